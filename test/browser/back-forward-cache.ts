import type { LaunchOptions, Page } from 'playwright-core'
import { findBrowserOfMachine } from './browser-of-machine.mjs'

/** The browser that comes from npm has no back/forward cache: its pages are told by hand what they would be told. */
export const hasCache = findBrowserOfMachine() !== undefined

/** Playwright switches the cache off. */
export const withCache: LaunchOptions = { ignoreDefaultArgs: ['--disable-back-forward-cache'] }

/** Leaves the page, and comes back to it as it was: out of the cache, or this waits in vain. */
export async function leaveAndReturn(page: Page, meanwhile: () => Promise<unknown>): Promise<void> {
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
