import assert from 'node:assert/strict'
import { check } from '../report.mjs'

/** Every page loads one of the chunks with sign-in and sign-out, beside the first render. */
export async function checkChunks(visit, chunks, paths) {
  for (const path of paths) {
    await check(`${path}: loads that chunk beside the rest`, async () => {
      await visit.open(path)
      assert.equal(visit.scripts().filter((name) => chunks.includes(name)).length, 1)
      visit.expectQuiet()
    })
  }
}
