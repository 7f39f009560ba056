import { describe, expect, test } from 'vitest'
import {
  bothShow,
  causeOf,
  errorOf,
  frameOf,
  kinds,
  letServer,
  lights,
  openDemo,
  shows,
  signInOnBothSides,
  takeComplaint,
} from './demo-stage'

describe.each(kinds)('%s', (kind) => {
  const demo = openDemo(kind)

  describe.each([
    ['answers 500', /^http: .*\/api\/auth\/session answered 500\.$/, 'answered 500.'],
    ['is unreachable', /^network: /, 'Failed to fetch'],
  ])('a server that %s', (trouble, error, complaint) => {
    test('signs out the left side and not the right one, which says why', async () => {
      await signInOnBothSides(demo)
      await letServer(demo.page, trouble)
      await shows(demo.left, 'unauthenticated')
      await errorOf(demo.right).getByText(error).waitFor()
      await shows(demo.right, 'authenticated')
      expect(await causeOf(demo.right).textContent()).toBe('signed-in')
      await demo.right.locator('.news [data-request="failed"]').first().waitFor()

      await letServer(demo.page, 'is well')
      await errorOf(demo.right).getByText('none').waitFor()
      await shows(demo.right, 'authenticated')
      // The failure is logged, once.
      await takeComplaint(demo, complaint)
    })
  })

  test('the left side finds the session again when it is loaded anew, and not when it is come back to', async () => {
    await signInOnBothSides(demo)
    await letServer(demo.page, 'answers 500')
    await shows(demo.left, 'unauthenticated')
    await takeComplaint(demo, 'answered 500.')
    await letServer(demo.page, 'is well')

    const reads = demo.left.locator('dt:text-is("reads of the session") + dd')
    const before = await reads.textContent()
    const left = await frameOf(demo.page, 'next-auth/react')
    await left.evaluate(() => {
      document.dispatchEvent(new Event('visibilitychange'))
      window.dispatchEvent(new Event('focus'))
    })
    await errorOf(demo.right).getByText('none').waitFor()
    expect(await reads.textContent()).toBe(before)
    await shows(demo.left, 'unauthenticated')

    await demo.page.reload()
    await bothShow(demo, 'authenticated')
  })
})

// The server in the page is on this device: it is there without a network, too.
describe('served', () => {
  const demo = openDemo()

  test('six seconds offline sign out the left side and not the right one', async () => {
    await signInOnBothSides(demo)
    await demo.context.setOffline(true)
    await lights(demo.right, 'network.offline')
    await shows(demo.left, 'unauthenticated')
    await demo.page.waitForTimeout(6_000)
    await demo.context.setOffline(false)
    await lights(demo.right, 'network.online')
    await errorOf(demo.right).getByText('none').waitFor()
    await shows(demo.right, 'authenticated')
    await shows(demo.left, 'unauthenticated')
    await takeComplaint(demo, 'Failed to fetch')
  })
})
