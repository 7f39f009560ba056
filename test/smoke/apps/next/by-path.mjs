import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import { check } from '../report.mjs'

const LIMIT_MS = 5_000

/** A layout that hands no session over: a new path is a reason to read, once in five seconds at most. */
export async function checkByPath(visit) {
  const readsReach = async (count) => {
    while (visit.reads() < count) await wait(50)
    await visit.settles()
    assert.equal(visit.reads(), count)
  }

  await check('by path: a server action that goes to another page is read for, once', async () => {
    await visit.leave()
    await visit.open('/by-path')
    await visit.shows('unauthenticated')
    assert.equal(visit.reads(), 1)
    await wait(LIMIT_MS)
    await visit.page.getByLabel('Name').fill('ann')
    await visit.page.getByLabel('Password').fill('right')
    await visit.press('Sign in and go')
    await visit.page.waitForURL('**/by-path/welcome')
    await visit.shows('authenticated Ann')
    await readsReach(2)
    assert.deepEqual(await visit.statuses(), ['loading', 'unauthenticated', 'authenticated'])
    visit.expectQuiet()
  })

  await check('by path: three pages at once are one read, when the limit is over', async () => {
    const before = performance.now()
    await visit.follow('By path')
    await visit.follow('Welcome')
    await visit.follow('By path')
    assert.equal(visit.reads(), 2)
    await readsReach(3)
    const took = performance.now() - before
    assert.ok(took > LIMIT_MS / 2, `${took} ms`)
    await visit.shows('authenticated Ann')
    visit.expectQuiet()
  })

  await check('by path: a sign-out by a server action is read for, too', async () => {
    await visit.open('/by-path/welcome')
    await visit.press('Sign out and go')
    await visit.page.waitForURL('**/by-path')
    await visit.shows('unauthenticated')
    await readsReach(2)
    assert.deepEqual(await visit.statuses(), ['loading', 'authenticated', 'unauthenticated'])
    visit.expectQuiet()
  })
}
