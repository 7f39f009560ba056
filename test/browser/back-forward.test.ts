import { expect, test } from 'vitest'
import { findBrowserOfMachine } from './browser-of-machine.mjs'
import { describeEachServer } from './stage'
import type { Tab } from './tab'

// The browser that comes from npm has no back/forward cache: its pages are told by hand what they would be told.
const hasCache = findBrowserOfMachine() !== undefined

/** Leaves the page, and comes back to it as it was. */
async function leaveAndReturn({ page }: Tab, meanwhile: () => Promise<unknown>) {
  await page.evaluate(() => Object.assign(window, { isKept: true }))
  if (hasCache) await page.goto('/elsewhere')
  else
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })))
  await meanwhile()
  // Waiting for a page that comes out of the cache would never end.
  if (hasCache) await page.evaluate(() => void setTimeout(() => history.back()))
  else
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
  await page.waitForFunction(() => 'isKept' in window)
}

describeEachServer(
  (stage) => {
    test('a page that comes back learns that the session has ended', async () => {
      await stage.signInUnseen()
      const tab = await stage.openTab()
      await tab.shows({ status: 'authenticated' })

      await leaveAndReturn(tab, () => stage.context.clearCookies())

      await tab.shows({ status: 'unauthenticated', statuses: 'loading → authenticated → unauthenticated' })
    })

    test('a page that comes back stays as it was for who is still signed in', async () => {
      await stage.signInUnseen()
      const tab = await stage.openTab()
      await tab.shows({ status: 'authenticated' })
      const reads = tab.reads()

      await leaveAndReturn(tab, async () => {})

      // The page in between reads, too, when it is a real one.
      await expect.poll(tab.reads).toBe(reads + (hasCache ? 2 : 1))
      await tab.shows({ status: 'authenticated', statuses: 'loading → authenticated' })
    })

    test('a read that the page was left with is sent anew when it comes back', async () => {
      await stage.signInUnseen()
      const tab = await stage.openTab()
      await tab.shows({ status: 'authenticated' })
      let hangs = 1
      stage.site.intercept(({ path }) => (path.endsWith('/session') && hangs-- > 0 ? 'hang' : undefined))
      await tab.press('Read again')
      await expect.poll(() => hangs).toBe(0)

      await leaveAndReturn(tab, () => stage.context.clearCookies())

      await tab.shows({ status: 'unauthenticated', error: 'none' })
    })
  },
  { ignoreDefaultArgs: ['--disable-back-forward-cache'] },
)
