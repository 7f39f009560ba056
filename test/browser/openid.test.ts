import { expect, test } from 'vitest'
import { describeEachServer } from './stage'
import type { Tab } from './tab'

const askedForName = /^\/interaction\//

/** The visitor says on the provider's own page who they are. */
async function continueAsOlive({ page }: Tab) {
  await page.getByRole('link', { name: 'Continue as Olive' }).click()
}

describeEachServer((stage) => {
  test('signs in by way of an OpenID provider and comes back to the same page', async () => {
    const tab = await stage.openTab('/members?from=a-link')

    await tab.press('Sign in with OpenID')
    await continueAsOlive(tab)

    await tab.shows({
      status: 'authenticated',
      name: 'Olive',
      cause: 'server',
      statuses: 'loading → authenticated',
    })
    expect(tab.visited).toEqual([
      '/members?from=a-link',
      expect.stringMatching(askedForName),
      '/members?from=a-link',
    ])
  })

  test('comes back to the page that was asked for', async () => {
    const tab = await stage.openTab()
    await tab.fill({ 'Then go to': '/welcome#top' })

    await tab.press('Sign in with OpenID')
    await continueAsOlive(tab)

    await tab.shows({ status: 'authenticated', name: 'Olive' })
    expect(tab.visited).toEqual(['/', expect.stringMatching(askedForName), '/welcome#top'])
  })

  test('can be tried again after the visitor has turned back', async () => {
    const tab = await stage.openTab()
    await tab.press('Sign in with OpenID')
    await tab.page.waitForURL(/\/interaction\//)

    await tab.page.goBack()
    await tab.shows({ status: 'unauthenticated' })
    await tab.press('Sign in with OpenID')
    await continueAsOlive(tab)

    await tab.shows({ status: 'authenticated', name: 'Olive' })
  })
})
