import { describe, expect, test } from 'vitest'
import {
  bothShow,
  type DemoPage,
  errorOf,
  frameOf,
  letServer,
  openDemo,
  press,
  says,
  shows,
  signInOnBothSides,
  takeComplaint,
  takeComplaints,
} from './demo-stage'

const demo = openDemo()

describe.each([
  { trouble: 'answers 500', reason: 'the server answered 500', complaint: 'answered 500.' },
  { trouble: 'is unreachable', reason: 'there was no answer', complaint: 'Failed to fetch' },
])('while the server $trouble', ({ trouble, reason, complaint }) => {
  test.each(['left', 'right'] as const)(
    'an update and a sign-out that fail are said, on the %s',
    async (name) => {
      const side = demo[name]
      await signInOnBothSides(demo)
      if (name === 'left') await pollOfLeft(demo)
      await letServer(demo.page, trouble)

      await side.getByLabel('Another name').fill('Anna')
      await press(side, 'Update')
      await says(side, 'Could not change the name.')
      expect(await side.getByLabel('Another name').inputValue()).toBe('Anna')
      await press(side, 'Sign out')
      await says(side, /^Could not sign out/)
      await shows(side, 'authenticated')

      await letServer(demo.page, 'is well')
      await errorOf(demo.right).getByText('none').waitFor()
      await shows(demo.right, 'authenticated')
      takeComplaints(demo, complaint)
    },
  )

  test('a sign-in that fails is said, on the right', async () => {
    await letServer(demo.page, trouble)
    await press(demo.right, 'Sign in')
    await says(demo.right, `Could not sign in: ${reason}.`)
    await letServer(demo.page, 'is well')
    await press(demo.right, 'Sign in')
    await shows(demo.right, 'authenticated')
    await takeComplaint(demo, complaint)
  })
})

test('nobody can tell a side to sign in that is not there yet', async () => {
  const frames: (() => void)[] = []
  const src = await demo.page
    .locator('iframe[title="next-auth/react"]')
    .evaluate((frame: HTMLIFrameElement) => frame.src)
  await demo.page.route(src, (route) => frames.push(() => route.continue()))
  await demo.page.reload()
  await shows(demo.right, 'unauthenticated')
  const button = demo.page.getByRole('button', { name: 'Sign in on both sides', disabled: true })
  await button.waitFor()
  for (const load of frames) load()
  await signInOnBothSides(demo)
})

test('a server that answers late shows its requests as long as they are out, and signs in both sides', async () => {
  await letServer(demo.page, 'answers late')
  await press(demo.page, 'Sign in on both sides')
  for (const side of [demo.left, demo.right]) {
    await side.getByRole('button', { name: 'Signing in …' }).waitFor()
    await side.locator('.news [data-request="out"]').getByText('no answer yet').first().waitFor()
    await side.locator('.lane [data-request="out"]').first().waitFor()
  }
  await bothShow(demo, 'authenticated')
})

/** Waits for a poll of the left side: the next, which will sign it out, is four seconds away. */
async function pollOfLeft({ page }: DemoPage): Promise<void> {
  const left = await frameOf(page, 'next-auth/react')
  await page.waitForResponse((response) => response.frame() === left && response.url().endsWith('/session'))
}
