import { describe, expect, test } from 'vitest'
import {
  bothShow,
  kinds,
  letServer,
  openDemo,
  press,
  sidesOf,
  signInOnBothSides,
  troubleOf,
} from './demo-stage'

const READ_MS = 300

const switches = {
  'answers 500': 'answers-500',
  hangs: 'hangs',
  'is well': 'none',
  'is unreachable': 'unreachable',
  'answers late': 'answers-late',
}

describe('served', () => {
  const demo = openDemo()

  test('the switches show what the server does, also after clicks in a frame', async () => {
    let readsUnderWay = 0
    // Until the read that a focus begins is answered, somebody has moved a switch.
    await demo.page.route('**/api/stage', async (route) => {
      readsUnderWay++
      const response = await route.fetch()
      await new Promise((resolve) => setTimeout(resolve, READ_MS))
      await route.fulfill({ response })
      readsUnderWay--
    })
    let reads = 0
    demo.page.on('response', (response) => {
      if (response.url().endsWith('/api/stage')) reads++
    })

    for (const [label, trouble] of [...Object.entries(switches), ['is well', 'none']] as const) {
      const before = reads
      await demo.left.locator('.pill').click()
      await demo.page.getByRole('radio', { name: label }).click()
      await expect.poll(() => reads > before && readsUnderWay === 0).toBe(true)
      expect(await demo.page.getByRole('radio', { name: label }).isChecked()).toBe(true)
      expect(await troubleOf(demo)).toBe(trouble)
    }
  })
})

describe.each(kinds)('%s', (kind) => {
  const demo = openDemo(kind)

  test('another tab of the demo shows the same sessions and the same switches', async () => {
    await signInOnBothSides(demo)
    await letServer(demo.page, 'answers late')
    const [other] = await Promise.all([
      demo.context.waitForEvent('page'),
      demo.page.getByRole('link', { name: 'Open another tab' }).click(),
    ])
    await bothShow(sidesOf(other), 'authenticated')
    expect(await other.getByRole('radio', { name: 'answers late' }).isChecked()).toBe(true)
    await letServer(other, 'is well')

    await demo.page.bringToFront()
    await demo.page.evaluate(() => window.dispatchEvent(new Event('focus')))
    await demo.page.getByRole('radio', { name: 'is well', checked: true }).waitFor()
  })

  test('starting over signs out both sides and makes the server well', async () => {
    await signInOnBothSides(demo)
    await letServer(demo.page, 'answers late')
    await press(demo.page, 'Start over')
    await bothShow(demo, 'unauthenticated')
    await demo.page.getByRole('radio', { name: 'is well', checked: true }).waitFor()
    expect(await troubleOf(demo)).toBe('none')
    // The cookies are of no use any more.
    await demo.page.reload()
    await bothShow(demo, 'unauthenticated')
  })
})
