import assert from 'node:assert/strict'
import { check } from '../report.mjs'

/** A page that was rendered before the sign-out comes after it, with the old session in its props (S53). */
export async function checkLatePage(visit, { seeded, unseeded }) {
  await check('Pages Router: stays signed out when an old session comes late', async () => {
    await visit.leave()
    await visit.enter()
    await visit.open(unseeded.path)
    await visit.shows('authenticated Ann')
    const data = await holdNext(visit.page, '**/_next/data/**')
    await visit.page.getByRole('link', { name: seeded.name, exact: true }).click()
    assert.match(await data.held, /"name":"Ann"/)
    await visit.press('Sign out')
    await visit.shows('unauthenticated')
    const reads = visit.reads()
    data.release()
    await visit.heading(seeded.name)
    await visit.settles()

    assert.deepEqual(await visit.statuses(), ['loading', 'authenticated', 'unauthenticated'])
    assert.ok(visit.reads() - reads <= 1, `${visit.reads() - reads} reads`)
    visit.expectQuiet()
  })
}

/** Has the server answer the next request for this, and keeps the answer until it is released. */
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
      const { 'set-cookie': _, ...headers } = response.headers()
      hold(await response.text())
      await released
      // Without the cookie, which would sign in again.
      await route.fulfill({ response, headers })
    },
    { times: 1 },
  )
  return { held, release }
}
