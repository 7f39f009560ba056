import assert from 'node:assert/strict'
import { check } from '../report.mjs'

/** `onSessionChange` has Server Components rendered anew when the browser signs in or out. */
export async function checkRefresh(visit) {
  await check('refresh: a sign-in in the browser reaches Server Components', async () => {
    await visit.leave()
    await visit.open('/refresh')
    await visit.says('The server sees nobody.')
    await visit.signIn('right')
    await visit.says('The browser sees Ann.')
    await visit.says('The server sees Ann.')
    await visit.settles()
    assert.deepEqual(await visit.statuses(), ['unauthenticated', 'authenticated'])
    assert.ok(visit.reads() <= 1, `${visit.reads()} reads`)
    visit.expectQuiet()
  })

  await check('refresh: a sign-out in the browser reaches Server Components', async () => {
    await visit.open('/refresh')
    await visit.says('The server sees Ann.')
    await visit.press('Sign out')
    await visit.says('The browser sees nobody.')
    await visit.says('The server sees nobody.')
    await visit.settles()
    assert.deepEqual(await visit.statuses(), ['authenticated', 'unauthenticated'])
    assert.equal(visit.reads(), 0)
    visit.expectQuiet()
  })
}
