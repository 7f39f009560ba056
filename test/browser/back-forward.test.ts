import { expect, test } from 'vitest'
import { hasCache, leaveAndReturn, withCache } from './back-forward-cache'
import { describeEachServer } from './stage'

describeEachServer((stage) => {
  test('a page that comes back learns that the session has ended', async () => {
    await stage.signInUnseen()
    const tab = await stage.openTab()
    await tab.shows({ status: 'authenticated' })

    await leaveAndReturn(tab.page, () => stage.context.clearCookies())

    await tab.shows({ status: 'unauthenticated', statuses: 'loading → authenticated → unauthenticated' })
  })

  test('a page that comes back stays as it was for who is still signed in', async () => {
    await stage.signInUnseen()
    const tab = await stage.openTab()
    await tab.shows({ status: 'authenticated' })
    const reads = tab.reads()

    await leaveAndReturn(tab.page, () => tab.shows({ status: 'authenticated' }))

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

    await leaveAndReturn(tab.page, () => stage.context.clearCookies())

    await tab.shows({ status: 'unauthenticated', error: 'none' })
  })
}, withCache)
