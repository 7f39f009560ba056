// @vitest-environment jsdom
import { signIn, signOut } from 'sessionchart/react'
import { expect, test } from 'vitest'
import { renderApp } from '../support/app'
import { fakeLocation } from '../support/browser'
import { startServer } from '../support/fake-server'
import { ann, bob, PASSWORD } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'
import { settle } from '../support/time'

// With a real provider, in a real browser: `test/browser/openid.test.ts` and `test/browser/hash.test.ts`.
const PAGE = 'http://localhost:3000/page'
const targets = [
  { redirectTo: `${PAGE}#news`, reloads: 1, what: 'loads the page again for a hash of the same document' },
  {
    redirectTo: 'http://localhost:3000/other#news',
    reloads: 0,
    what: 'loads another document once, hash or not',
  },
  { redirectTo: 'http://localhost:3000/other', reloads: 0, what: 'does not reload without a hash' },
]

describeEachReactMode(() => {
  test('goes where the server says that the provider is', async () => {
    const location = fakeLocation(PAGE)
    const server = startServer()
    renderApp({ session: null })

    void signIn('github', { redirectTo: PAGE })
    await settle()

    expect(server.requests.at(-1)?.fields.callbackUrl).toBe(PAGE)
    expect(location.visited).toEqual(['https://github.com/login'])
  })

  test('is signed in when the provider has sent the user back', async () => {
    startServer({ session: bob })
    const app = renderApp()
    await settle()

    expect(app.statuses()).toEqual(['loading', 'authenticated'])
    expect(app.last().data).toEqual(bob)
  })

  test.each(targets)('$what, after a sign-in', async ({ redirectTo, reloads }) => {
    const location = fakeLocation(PAGE)
    startServer()
    renderApp({ session: null })

    void signIn('credentials', { redirectTo, username: 'bob', password: PASSWORD })
    await settle()

    expect(location.visited).toEqual([redirectTo])
    expect(location.reloads).toBe(reloads)
  })

  test.each(targets)('$what, after a sign-out', async ({ redirectTo, reloads }) => {
    const location = fakeLocation(PAGE)
    startServer({ session: ann })
    renderApp({ session: ann })

    void signOut({ redirectTo })
    await settle()

    expect(location.visited).toEqual([redirectTo])
    expect(location.reloads).toBe(reloads)
  })
})
