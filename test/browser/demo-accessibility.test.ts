import type { FrameLocator, Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { runAxe } from './accessibility'
import {
  errorOf,
  letServer,
  openDemo,
  press,
  says,
  shows,
  signInOnBothSides,
  takeComplaint,
} from './demo-stage'

const MOST_TABS = 15

const demo = openDemo()

test.each(['left', 'right'] as const)('the keyboard is enough, on the %s', async (name) => {
  const side = demo[name]
  const { keyboard } = demo.page
  await demo.page.getByRole('radio', { name: 'is well' }).focus()
  await keyboard.press('ArrowRight')
  await demo.page.getByRole('radio', { name: 'answers 500', checked: true }).waitFor()
  await keyboard.press('ArrowLeft')
  await demo.page.getByRole('radio', { name: 'is well', checked: true }).waitFor()

  await tabTo(side.getByLabel('Password'))
  await keyboard.press('Control+a')
  await keyboard.type('ann-password')
  await keyboard.press('Enter')
  await shows(side, 'authenticated')

  await tabTo(side.getByLabel('Another name'))
  await keyboard.type('Anna')
  await tabTo(button(side, 'Update'))
  await keyboard.press('Space')
  await side.getByText('Anna', { exact: true }).waitFor()
  // Not lost while the button was busy.
  await expect.poll(() => isFocused(button(side, 'Update'))).toBe(true)
  await tabTo(button(side, 'Sign out'))
  await keyboard.press('Enter')
  await shows(side, 'unauthenticated')
})

const button = (side: FrameLocator, name: string) => side.getByRole('button', { name, exact: true })
const isFocused = (locator: Locator) =>
  locator.evaluate((element) => document.hasFocus() && element === document.activeElement)

async function tabTo(target: Locator): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    if (await isFocused(target)) return
    await demo.page.keyboard.press('Tab')
  }
  throw new Error(`${target} was not reached in ${MOST_TABS} tabs.`)
}

const states: Record<string, () => Promise<void>> = {
  'at the start': async () => {},
  'after a refusal': async () => {
    for (const side of [demo.left, demo.right]) {
      await side.getByLabel('Password').fill('wrong')
      await press(side, 'Sign in')
      await says(side, 'Wrong name or password.')
    }
  },
  'after a failed read and a failed update': async () => {
    await signInOnBothSides(demo)
    await press(demo.page, 'End the sessions in 20 s')
    await letServer(demo.page, 'answers 500')
    await shows(demo.left, 'unauthenticated')
    await demo.right.getByLabel('Another name').fill('Anna')
    await press(demo.right, 'Update')
    await says(demo.right, 'Could not change the name.')
    await errorOf(demo.right)
      .getByText(/^http: /)
      .waitFor()
    await takeComplaint(demo, 'answered 500.')
  },
  'when a page has gone and a sign-in is under way': async () => {
    await letServer(demo.page, 'answers 500')
    await press(demo.left, 'Sign in')
    await demo.page.getByText('Back to the app').waitFor()
    await letServer(demo.page, 'hangs')
    await press(demo.right, 'Sign in')
    await demo.right.locator('.news [data-request="out"]').first().waitFor()
  },
}

test.each(Object.entries(states))('axe finds nothing %s', async (_, reach) => {
  await reach()
  for (const colorScheme of ['light', 'dark'] as const) {
    await demo.page.emulateMedia({ colorScheme })
    for (const frame of demo.page.frames()) {
      // A page that has gone is not ours.
      if (new URL(frame.url()).pathname !== '/') continue
      // Between the two nothing changes but the colors, and what is under way does not wait for long.
      const options = colorScheme === 'dark' ? { runOnly: ['color-contrast'] } : {}
      expect(await runAxe(frame, { iframes: false, ...options })).toEqual([])
    }
  }
})
