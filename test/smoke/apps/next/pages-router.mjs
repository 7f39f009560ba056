import assert from 'node:assert/strict'
import { check } from '../report.mjs'

/** Pages that bring a session and pages that do not, in turn (S54). */
export async function checkPagesRouter(visit, { seeded, unseeded }) {
  const takeTurns = async () => {
    for (let turn = 0; turn < 3; turn++) {
      for (const { name } of [unseeded, seeded]) {
        await visit.follow(name)
        await visit.shows('authenticated Ann')
      }
    }
    await visit.settles()
  }

  await check('Pages Router: pages with and without a session in turn read nothing', async () => {
    await visit.leave()
    await visit.enter()
    await visit.open(seeded.path)
    await takeTurns()
    assert.deepEqual(await visit.statuses(), ['authenticated'])
    assert.equal(visit.reads(), 0)
    visit.expectQuiet()
  })

  await check('Pages Router: reads once when the first page brings no session, and never again', async () => {
    await visit.open(unseeded.path)
    await visit.shows('authenticated Ann')
    await takeTurns()
    assert.deepEqual(await visit.statuses(), ['loading', 'authenticated'])
    assert.equal(visit.reads(), 1)
    visit.expectQuiet()
  })
}
