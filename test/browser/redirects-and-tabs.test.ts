import { expect, test } from 'vitest'
import { describeEachServer } from './stage'

// The page that starts the sign-in does not know how it ends; the page that comes back tells what it reads (S31).
describeEachServer((stage) => {
  test('a sign-in that goes to another page reaches the other tab, which asks nothing', async () => {
    const [tab, other] = [await stage.openTab(), await stage.openTab('/other')]
    await other.shows({ status: 'unauthenticated' })
    const before = other.reads()
    await other.turn('hidden')
    await tab.fill({ 'Then go to': '/members' })

    await tab.signIn()

    await other.shows({ status: 'authenticated', name: 'Ann', cause: 'signed-in-in-other-tab' })
    expect(other.reads()).toBe(before)
  })

  test('so does a sign-in by way of an OpenID provider', async () => {
    const [tab, other] = [await stage.openTab(), await stage.openTab('/other')]
    await other.shows({ status: 'unauthenticated' })
    const before = other.reads()
    await other.turn('hidden')

    await tab.press('Sign in with OpenID')
    await tab.page.getByRole('link', { name: 'Continue as Olive' }).click()

    await other.shows({ status: 'authenticated', name: 'Olive', cause: 'signed-in-in-other-tab' })
    expect(other.reads()).toBe(before)
  })
})
