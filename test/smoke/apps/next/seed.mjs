import assert from 'node:assert/strict'
import { check } from '../report.mjs'

// React puts a comment between two texts.
const showsAnn = /<p [^>]*role="status"[^>]*>authenticated(<!-- -->| )*Ann<\/p>/

/** A page that brings the session along shows it from the first paint, and asks nobody. */
export async function checkSeed(visit, paths) {
  for (const path of paths) {
    await check(`${path}: shows who is signed in from the first paint, without a read`, async () => {
      await visit.leave()
      await visit.enter()
      assert.ok(showsAnn.test(await visit.html(path)))
      await visit.open(path)
      await visit.shows('authenticated Ann')
      assert.deepEqual(await visit.statuses(), ['authenticated'])
      assert.equal(visit.reads(), 0)
      visit.expectQuiet()
    })
  }
}
