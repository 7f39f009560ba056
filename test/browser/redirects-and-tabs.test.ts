import { expect, test } from 'vitest'
import { describeEachServer } from './stage'

// S31 wants it at once, as next-auth has it: each of its pages tells the others of its first read. Ours do not, yet:
// the page that starts the sign-in does not know how it ends, and the page that comes back does not know that it began.
describeEachServer((stage) => {
  test('a sign-in that goes to another page reaches the other tab when it is looked at', async () => {
    const [tab, other] = [await stage.openTab(), await stage.openTab('/other?refetchLimit=0')]
    await other.shows({ status: 'unauthenticated' })
    await other.turn('hidden')
    await tab.fill({ 'Then go to': '/members' })

    await tab.signIn()

    await tab.shows({ status: 'authenticated' })
    expect(other.reads()).toBe(1)
    await other.turn('visible')
    await other.shows({ status: 'authenticated', name: 'Ann', cause: 'server' })
    expect(other.reads()).toBe(2)
  })

  test('so does a sign-in by way of an OpenID provider', async () => {
    const [tab, other] = [await stage.openTab(), await stage.openTab('/other?refetchLimit=0')]
    await other.shows({ status: 'unauthenticated' })
    await other.turn('hidden')

    await tab.press('Sign in with OpenID')
    await tab.page.getByRole('link', { name: 'Continue as Olive' }).click()

    await tab.shows({ status: 'authenticated' })
    expect(other.reads()).toBe(1)
    await other.turn('visible')
    await other.shows({ status: 'authenticated', name: 'Olive', cause: 'server' })
    expect(other.reads()).toBe(2)
  })
})
