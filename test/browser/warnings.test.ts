import { expect, test } from 'vitest'
import { describeEachServer } from './stage'

describeEachServer((stage) => {
  test('a page where the session should be is warned of, once, in a development build', async () => {
    await stage.context.route('**/api/auth/session', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>The app</title>' }),
    )
    const tab = await stage.openTab()
    const warnings = () => tab.complaints.filter((complaint) => complaint.startsWith('warning: '))

    await expect
      .poll(warnings)
      .toEqual([
        expect.stringContaining('sessionchart: /api/auth/session answered with HTML. Auth.js is not at'),
      ])
    const reads = tab.reads()
    await tab.press('Read again')
    await expect.poll(tab.reads).toBeGreaterThan(reads)
    expect(warnings()).toHaveLength(1)
    tab.complaints.length = 0
  })
})
