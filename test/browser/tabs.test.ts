import { expect, test } from 'vitest'
import { describeEachServer } from './stage'

describeEachServer((stage) => {
  test('a sign-in reaches the other tab', async () => {
    const [tab, other] = [await stage.openTab(), await stage.openTab('/other')]
    await other.shows({ status: 'unauthenticated' })

    await tab.signIn()

    await other.shows({ status: 'authenticated', name: 'Ann', cause: 'signed-in-in-other-tab' })
    await tab.shows({ status: 'authenticated', cause: 'signed-in' })
    expect(other.visited).toEqual(['/other'])
  })

  test('a sign-out reaches the other tab', async () => {
    await stage.signInUnseen()
    const [tab, other] = [await stage.openTab(), await stage.openTab('/other')]
    await tab.shows({ status: 'authenticated' })
    await other.shows({ status: 'authenticated' })

    await tab.press('Sign out')

    await other.shows({
      status: 'unauthenticated',
      name: 'nobody',
      cause: 'signed-out-in-other-tab',
      statuses: 'loading → authenticated → unauthenticated',
    })
    await tab.shows({ status: 'unauthenticated', cause: 'signed-out' })
    expect(other.visited).toEqual(['/other'])
  })

  test('a sign-out that goes to another page reaches the other tab', async () => {
    await stage.signInUnseen()
    const [tab, other] = [await stage.openTab(), await stage.openTab('/other')]
    await tab.shows({ status: 'authenticated' })
    await other.shows({ status: 'authenticated' })
    await tab.fill({ 'Then go to': '/goodbye' })

    await tab.press('Sign out')

    await other.shows({ status: 'unauthenticated', cause: 'signed-out-in-other-tab' })
    await tab.shows({ status: 'unauthenticated' })
  })

  test('a wrong password is nothing to the other tab', async () => {
    const [tab, other] = [await stage.openTab(), await stage.openTab('/other')]
    await other.shows({ status: 'unauthenticated' })
    const before = other.reads()

    await tab.signIn('wrong')

    await tab.page.getByText('Refused: CredentialsSignin').waitFor()
    await tab.signIn()
    await other.shows({ status: 'authenticated' })
    // Nor is the right one a reason to ask: what it came to is told.
    expect(other.reads()).toBe(before)
  })
})
