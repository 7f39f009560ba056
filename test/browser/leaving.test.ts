import { expect, test } from 'vitest'
import { createGate } from '../support/gate'
import { describeEachServer } from './stage'
import { oneFailure } from './tab'

// What a sign-in asks for on its way, and the button that makes it ask.
const steps = [
  { step: 'the providers', button: 'Sign in', path: '/api/auth/providers' },
  { step: 'the csrf token', button: 'Sign in', path: '/api/auth/csrf' },
  { step: 'the post of the password', button: 'Sign in', path: '/api/auth/callback/credentials' },
  { step: 'the post for a provider', button: 'Sign in with OpenID', path: '/api/auth/signin/openid' },
]

describeEachServer((stage) => {
  test('a page that is left while a sign-in hangs gives way to the next one', async () => {
    const tab = await stage.openTab()
    await tab.shows({ status: 'unauthenticated' })
    await tab.fill({ 'Then go to': '/members' })
    stage.site.intercept(({ method }) => (method === 'POST' ? 'hang' : undefined))
    const posted = tab.page.waitForRequest((request) => request.method() === 'POST')
    await tab.signIn()
    await posted

    await tab.page.getByRole('link', { name: 'Elsewhere' }).click()

    await tab.shows({ status: 'unauthenticated', cause: 'server', statuses: 'loading → unauthenticated' })
    expect(tab.visited).toEqual(['/', '/elsewhere'])
  })

  // Some browsers end all requests of a page as soon as it is being left. Chromium does not, so the server does.
  test.each(steps)(
    'a page that is being left shows no error when $step is lost',
    async ({ button, path }) => {
      const tab = await stage.openTab()
      await tab.shows({ status: 'unauthenticated' })
      await tab.fill({ 'Then go to': '/members' })
      const [leaving, lost] = [createGate(), createGate()]
      stage.site.intercept(async (request) => {
        if (request.path === '/elsewhere') {
          leaving.open()
          await lost.opened
        }
        if (!request.path.startsWith(path)) return undefined
        await leaving.opened
        return 'destroy'
      })
      const asked = tab.page.waitForRequest((request) => request.url().includes(path))
      await tab.press(button)
      await asked

      const failed = tab.page.waitForEvent('requestfailed', (request) => request.url().includes(path))
      await tab.page.getByRole('link', { name: 'Elsewhere' }).click({ noWaitAfter: true })
      await failed
      // The next page ends this one, and with it whatever it had still to say.
      await expect.poll(() => tab.complaints.length).toBe(1)
      lost.open()

      await tab.shows({ status: 'unauthenticated', cause: 'server', statuses: 'loading → unauthenticated' })
      expect(tab.visited).toEqual(['/', '/elsewhere'])
      // It is logged like any other, and not thrown.
      expect(tab.complaints.splice(0)).toEqual(oneFailure)
    },
  )
})
