import { describe, expect, test } from 'vitest'
import {
  bothShow,
  errorOf,
  kinds,
  letServer,
  lights,
  openDemo,
  press,
  shows,
  signInOnBothSides,
  takeComplaint,
} from './demo-stage'

describe.each(kinds)('%s', (kind) => {
  const demo = openDemo(kind)

  test('a server that hangs keeps nobody waiting once it answers again', async () => {
    await letServer(demo.page, 'hangs')
    await press(demo.right, 'Sign in')
    await lights(demo.right, 'operation.signingIn.asking')
    await demo.right.getByRole('button', { name: 'Signing in …' }).waitFor()
    await letServer(demo.page, 'is well')
    await shows(demo.right, 'authenticated')
  })

  test('a read that hangs is no difference to who is signed in, until the page is loaded anew', async () => {
    await signInOnBothSides(demo)
    await letServer(demo.page, 'hangs')
    for (const side of [demo.left, demo.right])
      await side.locator('.news [data-request="out"]').getByText('no answer yet').first().waitFor()
    await bothShow(demo, 'authenticated')

    await demo.page.reload()
    await bothShow(demo, 'loading')
    await letServer(demo.page, 'is well')
    await bothShow(demo, 'authenticated')
  })

  test('the right side gives up a read that hangs, says so, and keeps the session', async () => {
    await signInOnBothSides(demo)
    await letServer(demo.page, 'hangs')
    await demo.right.locator('.news [data-request="failed"]').getByText('timed out').waitFor()
    await errorOf(demo.right)
      .getByText(/^timeout: /)
      .waitFor()
    await demo.right.locator('.lane [data-request="failed"]').waitFor()
    await bothShow(demo, 'authenticated')
    expect(await demo.left.locator('[data-request="failed"]').count()).toBe(0)
    await takeComplaint(demo, 'did not answer within 15 s.')
  })

  test('a request that the library takes back is no failure', async () => {
    await signInOnBothSides(demo)
    await letServer(demo.page, 'hangs')
    await demo.right.locator('.news [data-request="out"]').first().waitFor()
    await press(demo.right, 'Sign out')
    await demo.right.locator('.news [data-request="taken back"]').getByText('taken back').waitFor()
    expect(await demo.right.locator('[data-request="failed"]').count()).toBe(0)
    await letServer(demo.page, 'is well')
    await shows(demo.right, 'unauthenticated')
  })
})
