import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { describeEachServer } from './stage'

/** A page of a headless browser is never hidden by itself. */
const makeIt = (page: Page, visibility: DocumentVisibilityState) =>
  page.evaluate((value) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => value })
    document.dispatchEvent(new Event('visibilitychange'))
  }, visibility)

describeEachServer((stage) => {
  test('sees on its return to the tab that the session has ended', async () => {
    await stage.signInUnseen()
    const tab = await stage.openTab()
    await tab.shows({ status: 'authenticated' })

    await makeIt(tab.page, 'hidden')
    await stage.context.clearCookies()
    await makeIt(tab.page, 'visible')

    await tab.shows({ status: 'unauthenticated', cause: 'server' })
    expect(tab.reads()).toBe(2)
  })

  test('sees on its return to the tab that somebody has signed in', async () => {
    const tab = await stage.openTab()
    await tab.shows({ status: 'unauthenticated' })

    await makeIt(tab.page, 'hidden')
    await stage.signInUnseen()
    await makeIt(tab.page, 'visible')

    await tab.shows({ status: 'authenticated', name: 'Ann', cause: 'server' })
    expect(tab.reads()).toBe(2)
  })

  test('does not look when the tab is hidden', async () => {
    const tab = await stage.openTab()
    await tab.shows({ status: 'unauthenticated' })
    await stage.signInUnseen()

    await makeIt(tab.page, 'hidden')
    expect(tab.reads()).toBe(1)
    // What comes now comes after all that the event has caused.
    await tab.press('Read again')

    await tab.shows({ status: 'authenticated' })
    expect(tab.reads()).toBe(2)
  })
})
