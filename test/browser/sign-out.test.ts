import { expect, test } from 'vitest'
import { describeEachServer } from './stage'

describeEachServer((stage) => {
  test('signs out without leaving the page', async () => {
    await stage.signInUnseen()
    const tab = await stage.openTab()
    await tab.shows({ status: 'authenticated' })

    await tab.press('Sign out')

    await tab.shows({
      status: 'unauthenticated',
      name: 'nobody',
      cause: 'signed-out',
      statuses: 'loading → authenticated → unauthenticated',
    })
    expect(tab.visited).toEqual(['/'])
  })

  test('signs out and goes to another page', async () => {
    await stage.signInUnseen()
    const tab = await stage.openTab()
    await tab.shows({ status: 'authenticated' })
    await tab.fill({ 'Then go to': '/goodbye' })

    await tab.press('Sign out')

    await tab.shows({ status: 'unauthenticated', cause: 'server', statuses: 'loading → unauthenticated' })
    expect(tab.visited).toEqual(['/', '/goodbye'])
  })

  test('stays signed out over a reload', async () => {
    await stage.signInUnseen()
    const tab = await stage.openTab()
    await tab.shows({ status: 'authenticated' })
    await tab.press('Sign out')
    await tab.shows({ status: 'unauthenticated' })

    await tab.page.reload()

    await tab.shows({ status: 'unauthenticated', cause: 'server' })
  })
})
