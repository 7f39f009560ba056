// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { renderApp } from '../support/app'
import { startServer } from '../support/fake-server'
import { ann, bob, copyOf } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'
import { MINUTE, passTime, settle } from '../support/time'

// The cookie changes on the server, and the layout passes what it finds there. That the other tabs learn it is for the
// browser to show.
describeEachReactMode(() => {
  test('a sign-in by the server shows in the render that brings it, and is read for once', async () => {
    const server = startServer({ session: null })
    const app = renderApp({ session: null })
    server.session = ann

    app.rerender({ session: copyOf(ann) })

    expect(app.last()).toMatchObject({ status: 'authenticated', data: ann })
    await passTime(MINUTE)
    expect(app.statuses()).toEqual(['unauthenticated', 'authenticated'])
    expect(server.count('GET /session')).toBe(1)
  })

  test('so does a sign-out by the server', async () => {
    const server = startServer({ session: ann })
    const app = renderApp({ session: ann })
    server.session = null

    app.rerender({ session: null })

    expect(app.last()).toMatchObject({ status: 'unauthenticated', data: null })
    await passTime(MINUTE)
    expect(app.statuses()).toEqual(['authenticated', 'unauthenticated'])
    expect(server.count('GET /session')).toBe(1)
  })

  test('so does another user', async () => {
    const server = startServer({ session: ann })
    const app = renderApp({ session: ann })
    server.session = bob

    app.rerender({ session: copyOf(bob) })

    expect(app.last().data).toHaveProperty('user.name', 'Bob')
    await passTime(MINUTE)
    expect(app.statuses()).toEqual(['authenticated'])
    expect(app.last().data).toHaveProperty('user.name', 'Bob')
    expect(server.count('GET /session')).toBe(1)
  })

  test('signing out, in, and out again is followed each time', async () => {
    const server = startServer({ session: ann })
    const app = renderApp({ session: ann })
    for (const session of [null, ann, null, bob]) {
      server.session = session
      app.rerender({ session: session && copyOf(session) })
      expect(app.last().data).toEqual(session)
      await settle()
      expect(app.last().data).toEqual(session)
    }
  })

  test('a page that began with nobody is not frozen: it learns what the server has done when it asks', async () => {
    const server = startServer({ session: null })
    const app = renderApp({ session: null })
    server.session = ann

    const session = await app.last().update()

    expect(session).toEqual(ann)
    await settle()
    expect(app.last().status).toBe('authenticated')
  })

  test('a session that the layout repeats, with another end, is nothing new', async () => {
    const server = startServer({ session: ann })
    const app = renderApp({ session: ann })
    for (let day = 1; day <= 5; day++) {
      app.rerender({ session: { ...copyOf(ann), expires: `2099-05-0${day}T00:00:00.000Z` } })
      await passTime(MINUTE)
    }
    expect(app.statuses()).toEqual(['authenticated'])
    expect(server.count('GET /session')).toBe(0)
  })
})
