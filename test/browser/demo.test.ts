import type { FrameLocator } from 'playwright-core'
import { beforeEach, describe, expect, test } from 'vitest'
import { kinds, openDemo, press, says, shows, signInOnBothSides } from './demo-stage'

const ANSWER_IS_DUE_MS = 1_500

describe.each(kinds)('%s', (kind) => {
  const demo = openDemo(kind)

  describe.each(['left', 'right'] as const)('on the %s', (name) => {
    let side: FrameLocator
    beforeEach(() => {
      side = demo[name]
    })

    test('one signs in with a password, changes the name, and signs out', async () => {
      await press(side, 'Sign in')
      await side.getByText('Ann', { exact: true }).waitFor()
      await side.getByLabel('Another name').fill('Anna')
      await press(side, 'Update')
      await side.getByText('Anna', { exact: true }).waitFor()
      await expect.poll(() => side.getByLabel('Another name').inputValue()).toBe('')
      await press(side, 'Sign out')
      await shows(side, 'unauthenticated')
      expect(await side.getByRole('alert').textContent()).toBe('')
    })

    test('a wrong password is refused', async () => {
      await side.getByLabel('Password').fill('wrong')
      await press(side, 'Sign in')
      await says(side, 'Wrong name or password.')
      await shows(side, 'unauthenticated')
    })

    test('one signs in by way of the OpenID provider, whose page is none that the app has been left for', async () => {
      await press(side, 'sign in with the OpenID provider')
      await side.getByText('Continue as Olive').waitFor()
      await demo.page.waitForTimeout(ANSWER_IS_DUE_MS)
      expect(await demo.page.getByText('Back to the app').count()).toBe(0)
      await side.getByText('Continue as Olive').click()
      await side.getByText('Olive', { exact: true }).waitFor()
      await shows(side, 'authenticated')
    })
  })

  test.each([360, 768, 1280])('nothing is wider than a window of %i pixels', async (width) => {
    await demo.page.setViewportSize({ width, height: 800 })
    await signInOnBothSides(demo)
    for (const frame of demo.page.frames()) {
      const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
      expect(await frame.evaluate(overflow)).toBe(0)
    }
  })

  test.each([360, 390, 1000, 1280])('in a window of %i pixels the sides stay level', async (width) => {
    await demo.page.setViewportSize({ width, height: 800 })
    const heightIn = (side: FrameLocator) =>
      side.getByText('The last minute').evaluate((heading) => Math.round(heading.getBoundingClientRect().top))
    const before = await heightIn(demo.left)
    await demo.left.getByLabel('Password').fill('wrong')
    await press(demo.left, 'Sign in')
    await says(demo.left, 'Wrong name or password.')
    await press(demo.right, 'Sign in')
    await shows(demo.right, 'authenticated')
    expect([await heightIn(demo.left), await heightIn(demo.right)]).toEqual([before, before])
  })

  test('on a phone the switches and both results stay in sight', async () => {
    await demo.page.setViewportSize({ width: 390, height: 844 })
    await signInOnBothSides(demo)
    await demo.page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    for (const inSight of ['answers late', 'sessionchart', 'next-auth']) {
      const box = await demo.page.locator('.switchboard').getByText(inSight, { exact: true }).boundingBox()
      expect(box?.y).toBeGreaterThanOrEqual(0)
      expect(box?.y).toBeLessThan(300)
    }
    expect(await demo.page.locator('.summary dd').allTextContents()).toEqual([
      'authenticated',
      'authenticated',
    ])
  })
})
