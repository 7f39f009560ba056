import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import { check } from '../report.mjs'

const LIMIT_MS = 5_000

/** A layout that hands no session over: a new path is a reason to read, at once, but not twice in five seconds. */
export async function checkByPath(visit) {
  const signIn = async (submit) => {
    const form = visit.page.locator('form', { has: visit.button(submit) })
    await form.getByLabel('Name').fill('ann')
    await form.getByLabel('Password').fill('right')
    await visit.press(submit)
  }
  const readsReach = async (count) => {
    while (visit.reads() < count) await wait(50)
    await visit.settles()
    assert.equal(visit.reads(), count)
  }

  await check('by path: a server action that goes to another page is read for at once', async () => {
    await visit.leave()
    await visit.open('/by-path')
    await visit.shows('unauthenticated')
    assert.equal(visit.reads(), 1)
    await signIn('Sign in and go')
    await visit.page.waitForURL('**/by-path/welcome')
    const before = performance.now()
    await visit.shows('authenticated Ann')
    const took = performance.now() - before
    assert.ok(took < LIMIT_MS / 2, `${took} ms`)
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

  await check('by path: nobody is sent away who has signed in by a server action', async () => {
    await visit.leave()
    await visit.open('/by-path')
    await visit.shows('unauthenticated')
    const seen = pathsOf(visit.page)
    await signIn('Sign in as a member')
    await visit.page.waitForURL('**/by-path/members')
    await visit.says('Welcome, Ann.')
    await readsReach(2)
    assert.deepEqual(seen, ['/by-path/members'])
    assert.deepEqual(await visit.statuses(), ['loading', 'unauthenticated', 'authenticated'])
    visit.expectQuiet()
  })
}

/** Every address that the page comes to from now on. */
function pathsOf(page) {
  const paths = []
  page.on('framenavigated', (frame) => paths.push(new URL(frame.url()).pathname))
  return paths
}
