import { describe, expect, test } from 'vitest'
import { kinds, letServer, openDemo, press, says, shows, takeComplaint } from './demo-stage'

describe.each(kinds)('%s', (kind) => {
  const demo = openDemo(kind)

  describe.each([
    ['answers 500', 'answered 500.'],
    ['is unreachable', 'Failed to fetch'],
  ])('while the server %s', (trouble, complaint) => {
    test('"sign in on both sides" sends the left page away, and the stage says so and brings it back', async () => {
      await letServer(demo.page, trouble)
      await press(demo.page, 'Sign in on both sides')
      await says(demo.right, /^Could not sign in: /)
      await demo.page.getByText('next-auth/react has sent the page to /api/auth/error.').waitFor()
      expect(await demo.page.getByRole('button', { name: 'Back to the app' }).count()).toBe(1)

      await letServer(demo.page, 'is well')
      await press(demo.page, 'Back to the app')
      await shows(demo.left, 'unauthenticated')
      await expect.poll(() => demo.page.getByText('Back to the app').count()).toBe(0)
      await takeComplaint(demo, complaint)
    })

    test('a sign-in by redirect sends both pages away', async () => {
      await letServer(demo.page, trouble)
      for (const side of [demo.left, demo.right]) await press(side, 'sign in with the OpenID provider')
      for (const name of ['next-auth/react', 'sessionchart/react'])
        await demo.page.getByText(`${name} has sent the page to /api/auth/error.`).waitFor()

      await press(demo.page, 'Start over')
      await shows(demo.left, 'unauthenticated')
      await shows(demo.right, 'unauthenticated')
      await expect.poll(() => demo.page.getByText('Back to the app').count()).toBe(0)
      await takeComplaint(demo, complaint)
    })
  })

  test('a page that comes back to a server in trouble is said to be there', async () => {
    await press(demo.right, 'sign in with the OpenID provider')
    await demo.right.getByText('Continue as Olive').waitFor()
    await letServer(demo.page, 'answers 500')
    await demo.right.getByText('Continue as Olive').click()
    await demo.page.getByText('The page has come to /api/auth/callback/openid').waitFor()
    await letServer(demo.page, 'is well')
    await press(demo.page, 'Back to the app')
    await shows(demo.right, 'unauthenticated')
  })
})
