import assert from 'node:assert/strict'
import { check } from '../report.mjs'

/** Back and links bring pages again that were rendered before the sign-out (S53). */
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
}
