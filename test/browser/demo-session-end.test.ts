import { describe, expect, test } from 'vitest'
import { bothShow, kinds, openDemo, press, signInOnBothSides } from './demo-stage'

const NEARLY_20_S = 19_000

describe.each(kinds)('%s', (kind) => {
  const demo = openDemo(kind)

  test('sessions end 20 s after the stage has said so', async () => {
    await signInOnBothSides(demo)
    await press(demo.page, 'End the sessions in 20 s')
    const pressedAt = performance.now()
    const countdown = demo.page.getByRole('timer')
    await countdown.getByText(/in (20|19) s\./).waitFor()

    const sides = [demo.left, demo.right].map(async (side) => {
      await side.locator('.pill', { hasText: /^unauthenticated$/ }).waitFor()
      expect(performance.now() - pressedAt).toBeGreaterThan(NEARLY_20_S)
    })
    await countdown.getByText(/in 10 s\./).waitFor()
    await bothShow(demo, 'authenticated')
    await Promise.all(sides)
    expect(await countdown.textContent()).toBe('The sessions have ended.')
  })
})
