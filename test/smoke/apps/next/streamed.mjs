import assert from 'node:assert/strict'
import { check } from '../report.mjs'

/** Pages whose parts come one after the other. */
export async function checkStreamed(visit) {
  await check(
    'streamed: shows the fallback first and the rest later, and knows the session at once',
    async () => {
      await visit.leave()
      await visit.enter()
      await visit.page.goto('/streamed', { waitUntil: 'commit' })
      await visit.says('The server is counting …')
      await visit.says('Hello Ann')
      assert.equal(await visit.page.getByText('letters').count(), 0)
      await visit.says('There are 3 letters.')
      await visit.settles()
      assert.equal(await visit.page.getByText('Hello Ann').count(), 2)
      const html = await visit.html('/streamed')
      assert.ok(html.indexOf('<p>Hello Ann</p>') < html.indexOf('<p>The server is counting …</p>'))
      assert.ok(!html.includes('<p>Who is it?</p>'))
      assert.deepEqual(await visit.statuses(), ['authenticated'])
      visit.expectQuiet()
    },
  )
}

/** Where the server does not know the session, the browser fills in what waits for it. */
export async function checkStreamedByPath(visit) {
  await check('streamed by path: the server sends the fallback, and the browser the rest', async () => {
    await visit.leave()
    await visit.enter()
    const html = await visit.html('/by-path/streamed')
    assert.ok(html.includes('<p>Who is it?</p>'))
    assert.ok(!html.includes('<p>Hello'))
    await visit.open('/by-path/streamed')
    await visit.says('Hello Ann')
    assert.equal(visit.reads(), 1)
    visit.expectQuiet()
  })

  await check('streamed by path: nothing has to wait on a page that is come to later', async () => {
    await visit.open('/by-path')
    await visit.shows('authenticated Ann')
    await visit.follow('Streamed by path')
    await visit.says('Hello Ann')
    visit.expectQuiet()
  })
}
