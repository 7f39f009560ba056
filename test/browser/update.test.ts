import { expect, test } from 'vitest'
import { describeEachServer } from './stage'

describeEachServer((stage) => {
  test('changes the name, and nothing else is shown meanwhile', async () => {
    await stage.signInUnseen()
    const tab = await stage.openTab()
    await tab.shows({ status: 'authenticated', name: 'Ann' })
    await tab.fill({ 'New name': 'Anna' })

    await tab.press('Rename')

    await tab.shows({ name: 'Anna', error: 'none', statuses: 'loading → authenticated' })
    await tab.page.reload()
    await tab.shows({ status: 'authenticated', name: 'Anna' })
  })

  test('shows the new name in the other tab', async () => {
    await stage.signInUnseen()
    const [tab, other] = [await stage.openTab(), await stage.openTab('/other')]
    await tab.shows({ name: 'Ann' })
    await other.shows({ name: 'Ann' })
    await tab.fill({ 'New name': 'Anna' })

    await tab.press('Rename')

    await other.shows({ status: 'authenticated', name: 'Anna', statuses: 'loading → authenticated' })
    expect(other.visited).toEqual(['/other'])
  })
})
