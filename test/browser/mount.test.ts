import { expect, test } from 'vitest'
import { describeEachServer } from './stage'

describeEachServer((stage) => {
  test('reads once at the mount in StrictMode', async () => {
    const tab = await stage.openTab()

    await tab.shows({ status: 'unauthenticated', statuses: 'loading → unauthenticated' })
    await tab.page.waitForLoadState('networkidle')

    expect(tab.reads()).toBe(1)
  })
})
