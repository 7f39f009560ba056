import assert from 'node:assert/strict'
import { check } from '../report.mjs'

/** Every page loads the engine beside the first render: in one chunk, or in two where another page shares its chart. */
export async function checkChunks(visit, chunks, paths) {
  for (const path of paths) {
    await check(`${path}: loads that chunk beside the rest`, async () => {
      await visit.open(path)
      const loaded = visit.scripts().filter((name) => chunks.includes(name)).length
      assert.ok(loaded === 1 || loaded === 2, `${loaded} chunks of the engine`)
      visit.expectQuiet()
    })
  }
}
