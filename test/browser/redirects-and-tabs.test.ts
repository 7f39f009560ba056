import { expect, test } from 'vitest'
import { describeEachServer } from './stage'
import type { Tab } from './tab'

// It either asks at once or not at all.
const asksAgain = (tab: Tab) => expect.poll(tab.reads, { timeout: 1_500 }).toBeGreaterThan(1)

// S31 wants it, and next-auth does it: each of its pages tells the others of its first read. Ours do not, yet: the
// page that starts the sign-in does not know how it ends, and the page that comes back does not know that it began.
describeEachServer((stage) => {
  test.fails('a sign-in that goes to another page reaches the other tab', async () => {
    const [tab, other] = [await stage.openTab(), await stage.openTab('/other')]
    await other.shows({ status: 'unauthenticated' })
    await tab.fill({ 'Then go to': '/members' })

    await tab.signIn()

    await tab.shows({ status: 'authenticated' })
    await asksAgain(other)
    await other.shows({ status: 'authenticated', name: 'Ann' })
  })

  test.fails('a sign-in by way of an OpenID provider reaches the other tab', async () => {
    const [tab, other] = [await stage.openTab(), await stage.openTab('/other')]
    await other.shows({ status: 'unauthenticated' })

    await tab.press('Sign in with OpenID')
    await tab.page.getByRole('link', { name: 'Continue as Olive' }).click()

    await tab.shows({ status: 'authenticated' })
    await asksAgain(other)
    await other.shows({ status: 'authenticated', name: 'Olive' })
  })
})
