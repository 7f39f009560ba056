import { expect, test } from 'vitest'
import { causeOf, errorOf, letServer, openDemo, press, shows, signInOnBothSides } from './demo-stage'

const demo = openDemo()

test('a server that answers 500 signs out the left side and not the right one, which says why', async () => {
  await signInOnBothSides(demo)
  await letServer(demo.page, 'answers 500')
  await shows(demo.left, 'unauthenticated')
  await errorOf(demo.right).getByText('http: /api/auth/session answered 500.').waitFor()
  await shows(demo.right, 'authenticated')
  expect(await causeOf(demo.right).textContent()).toBe('signed-in')

  await letServer(demo.page, 'is well')
  await errorOf(demo.right).getByText('none').waitFor()
  await shows(demo.right, 'authenticated')
  // The failure is logged, once.
  expect(demo.complaints).toEqual([expect.stringContaining('/api/auth/session answered 500.')])
})

test('a server that is unreachable, likewise', async () => {
  await signInOnBothSides(demo)
  await letServer(demo.page, 'is unreachable')
  await shows(demo.left, 'unauthenticated')
  await errorOf(demo.right)
    .getByText(/^network: /)
    .waitFor()
  await letServer(demo.page, 'is well')
  await errorOf(demo.right).getByText('none').waitFor()
  await shows(demo.right, 'authenticated')
})

test('a server that hangs keeps nobody waiting once it answers again', async () => {
  await letServer(demo.page, 'hangs')
  await press(demo.right, 'Sign in')
  await demo.right.getByText('signingIn, asking').waitFor()
  await letServer(demo.page, 'is well')
  await shows(demo.right, 'authenticated')
  expect(demo.complaints).toEqual([])
})

test('a server that answers late shows its requests as long as they are out', async () => {
  await letServer(demo.page, 'answers late')
  await press(demo.right, 'Sign in')
  await demo.right.locator('[data-request="out"]').first().waitFor()
  await shows(demo.right, 'authenticated')
})

test('six seconds offline sign out the left side and not the right one', async () => {
  await signInOnBothSides(demo)
  await demo.context.setOffline(true)
  await demo.right.getByText('offline', { exact: true }).waitFor()
  await shows(demo.left, 'unauthenticated')
  await demo.page.waitForTimeout(6_000)
  await demo.context.setOffline(false)
  await demo.right.getByText('online', { exact: true }).waitFor()
  await errorOf(demo.right).getByText('none').waitFor()
  await shows(demo.right, 'authenticated')
  await shows(demo.left, 'unauthenticated')
}, 60_000)
