import assert from 'node:assert/strict'
import { check } from '../report.mjs'

/** Next shows what was rendered before the sign-out, and with it an old session (S53). */
export async function checkHistory(visit) {
  await check('history: stays signed out on pages that were there before the sign-out', async () => {
    await visit.leave()
    await visit.enter()
    await visit.open('/')
    await visit.follow('Server actions')
    await visit.follow('In the browser')
    await visit.press('Sign out')
    await visit.shows('unauthenticated')

    for (const name of ['Server actions', 'In the browser']) {
      await visit.page.goBack()
      await visit.heading(name)
    }
    await visit.page.goForward()
    await visit.heading('Server actions')
    await visit.follow('In the browser')
    await visit.settles()

    assert.deepEqual(await visit.statuses(), ['authenticated', 'unauthenticated'])
    assert.ok(visit.reads() <= 1, `${visit.reads()} reads`)
    visit.expectQuiet()
  })

  await check(
    'history: stays signed out when a page comes that was rendered before the sign-out',
    async () => {
      await visit.leave()
      await visit.open('/refresh')
      const refresh = await holdNext(visit.page, '**/refresh?_rsc=*')
      await visit.signIn('right')
      await visit.shows('authenticated Ann')
      await refresh.held
      await visit.press('Sign out')
      await visit.shows('unauthenticated')
      const readsBefore = visit.reads()
      refresh.release()
      await visit.settles()

      await visit.says('The server sees nobody.')
      assert.deepEqual(await visit.statuses(), ['unauthenticated', 'authenticated', 'unauthenticated'])
      assert.ok(visit.reads() - readsBefore <= 1, `${visit.reads() - readsBefore} reads`)
      visit.expectQuiet()
    },
  )
}

/** Lets the server answer the next request of this kind, and keeps the answer until it is released. */
async function holdNext(page, url) {
  let hold, release
  const held = new Promise((resolve) => {
    hold = resolve
  })
  const released = new Promise((resolve) => {
    release = resolve
  })
  await page.route(
    url,
    async (route) => {
      const response = await route.fetch()
      hold(await response.text())
      await released
      await route.fulfill({ response })
    },
    { times: 1 },
  )
  return { held, release }
}
