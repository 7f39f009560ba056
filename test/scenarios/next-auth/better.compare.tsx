// @vitest-environment jsdom
import { getSession, signOut } from 'sessionchart/react'
import { expect, test } from 'vitest'
import { renderApp } from '../../support/app'
import { fakeLocation, hideTab, showTab } from '../../support/browser'
import { startServer } from '../../support/fake-server'
import { ann } from '../../support/people'
import { describeEachReactMode } from '../../support/react-modes'
import { json } from '../../support/replies'
import { passTime, SECOND, settle } from '../../support/time'

// What next-auth does and sessionchart does not: the price of some of its promises. `npm run compare` alone runs these,
// and complains of one that comes to hold for both.
const LATER = '2099-02-02T00:00:00.000Z'

describeEachReactMode(() => {
  test('`data.expires` is the latest that the server has said (S22: ours has `expiresAt`, and renders nobody)', async () => {
    startServer({ session: { ...ann, expires: LATER } })
    const app = renderApp({ session: ann })
    void getSession()
    await settle()
    expect(app.last().data?.expires).toBe(LATER)
  })

  test('a look at the tab, a second after the last read, asks the server again (S24: ours waits five seconds)', async () => {
    const server = startServer({ session: ann })
    const app = renderApp()
    await passTime(SECOND)
    server.session = null
    hideTab()
    showTab()
    await settle()
    expect(app.last().status).toBe('unauthenticated')
  })

  test('a look at the tab asks nothing while nobody is signed in (ours may learn of a sign-in elsewhere)', async () => {
    const server = startServer()
    renderApp({ session: null })
    hideTab()
    showTab()
    await settle()
    expect(server.count('GET /session')).toBe(0)
  })

  test('two updates are sent at once (S19: ours sends the second after the first)', async () => {
    const server = startServer({ session: ann })
    const app = renderApp({ session: ann })
    server.hold('POST /session')
    void app.last().update({ step: 1 })
    void app.last().update({ step: 2 })
    await settle()
    expect(server.count('POST /session')).toBe(2)
  })

  test('a sign-out may lead to the address of a native app, `myapp://home` (S41: ours goes to http alone)', async () => {
    const location = fakeLocation()
    const server = startServer({ session: ann })
    server.answer('POST /signout', json({ url: 'myapp://home' }))
    renderApp({ session: ann })
    signOut({ redirectTo: 'myapp://home' }).catch(() => {})
    await settle()
    expect(location.visited).toEqual(['myapp://home'])
  })
})
