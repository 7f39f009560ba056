import type { FrameLocator } from 'playwright-core'
import { beforeEach, describe, expect, test } from 'vitest'
import { runAxe } from './accessibility'
import { errorOf, letServer, openDemo, press, shows, signInOnBothSides } from './demo-stage'

const demo = openDemo()

describe.each(['next-auth/react', 'sessionchart/react'])('with %s', (name) => {
  let side: FrameLocator
  beforeEach(() => {
    side = demo.page.frameLocator(`iframe[title="${name}"]`)
  })

  test('one signs in with a password, changes the name, and signs out', async () => {
    await press(side, 'Sign in')
    await side.getByText('Ann', { exact: true }).waitFor()
    await side.getByLabel('Another name').fill('Anna')
    await press(side, 'Update')
    await side.getByText('Anna', { exact: true }).waitFor()
    await press(side, 'Sign out')
    await shows(side, 'unauthenticated')
    expect(demo.complaints).toEqual([])
  })

  test('a wrong password is refused', async () => {
    await side.getByLabel('Password').fill('wrong')
    await press(side, 'Sign in')
    await side.getByText('Refused: CredentialsSignin').waitFor()
    expect(demo.complaints).toEqual([])
  })

  test('one signs in by way of the OpenID provider', async () => {
    await press(side, 'sign in with the OpenID provider')
    await side.getByText('Continue as Olive').click()
    await side.getByText('Olive', { exact: true }).waitFor()
    await shows(side, 'authenticated')
    expect(demo.complaints).toEqual([])
  })
})

test('another tab of the demo shows the same session and the same switches', async () => {
  await signInOnBothSides(demo)
  await letServer(demo.page, 'answers late')
  const [other] = await Promise.all([
    demo.context.waitForEvent('page'),
    demo.page.getByRole('link', { name: 'Open another tab' }).click(),
  ])
  await shows(other.frameLocator('iframe[title="sessionchart/react"]'), 'authenticated')
  expect(await other.getByRole('radio', { name: 'answers late' }).isChecked()).toBe(true)
})

test('starting over signs out both sides and makes the server well', async () => {
  await signInOnBothSides(demo)
  await letServer(demo.page, 'answers 500')
  await press(demo.page, 'Start over')
  await shows(demo.left, 'unauthenticated')
  await shows(demo.right, 'unauthenticated')
  expect(await demo.page.getByRole('radio', { name: 'is well' }).isChecked()).toBe(true)
})

test('the keyboard is enough', async () => {
  await demo.page.getByRole('radio', { name: 'is well' }).focus()
  await demo.page.keyboard.press('ArrowRight')
  expect(await demo.page.getByRole('radio', { name: 'answers 500' }).isChecked()).toBe(true)
  await demo.page.keyboard.press('ArrowLeft')
  await demo.page.keyboard.press('Tab')
  await demo.page.keyboard.press('Enter')
  await shows(demo.right, 'authenticated')
})

test.each(['light', 'dark'] as const)('axe finds nothing, in %s colors', async (colorScheme) => {
  await demo.page.emulateMedia({ colorScheme })
  await signInOnBothSides(demo)
  await letServer(demo.page, 'answers 500')
  await shows(demo.left, 'unauthenticated')
  await errorOf(demo.right)
    .getByText(/^http: /)
    .waitFor()
  for (const frame of demo.page.frames()) expect(await runAxe(frame, { iframes: false })).toEqual([])
})

test.each([360, 768, 1280])('nothing is wider than a window of %i pixels', async (width) => {
  await demo.page.setViewportSize({ width, height: 800 })
  await signInOnBothSides(demo)
  for (const frame of demo.page.frames()) {
    const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
    expect(await frame.evaluate(overflow)).toBe(0)
  }
})
