import assert from 'node:assert/strict'
import { check } from '../report.mjs'

/** `update()` shows what it changes, and nothing in between. */
export async function checkUpdate(visit, paths) {
  for (const path of paths) {
    await check(`${path}: updates without a flicker`, async () => {
      await visit.leave()
      await visit.enter()
      await visit.open(path)
      const before = await visit.statuses()
      await visit.page.getByLabel('New name').fill('Anna')
      await visit.press('Update')
      await visit.shows('authenticated Anna')
      await visit.settles()
      assert.deepEqual(await visit.statuses(), before)
      visit.expectQuiet()
      await visit.open(path)
      await visit.shows('authenticated Anna')
    })
  }
}
