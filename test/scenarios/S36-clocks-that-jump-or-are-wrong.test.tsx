// @vitest-environment jsdom
import { expect, test, vi } from 'vitest'
import { renderApp } from '../support/app'
import { hideTab, showTab } from '../support/browser'
import { expectOurs, onlyOurs } from '../support/compared'
import { type FakeServer, startServer } from '../support/fake-server'
import { ann } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'
import { MINUTE, passTime, SECOND, settle } from '../support/time'

const HOUR = 60 * MINUTE
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * MINUTE).toISOString()

/** Moves the wall clock, which timers do not look at. */
const moveClock = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds)

/** The server's clock is ahead by so much, and its answers say so. */
function shiftServer(server: FakeServer, ahead: number, headers: Record<string, string> = {}) {
  server.answer('GET /session', () =>
    Response.json(server.session, {
      headers: { Date: new Date(Date.now() + ahead).toUTCString(), ...headers },
    }),
  )
}

describeEachReactMode(() => {
  test('ends a session that ended while the device slept, as soon as it is looked at', async () => {
    const server = startServer()
    const app = renderApp({ session: { ...ann, expires: inMinutes(60) } })
    hideTab()
    moveClock(8 * HOUR)
    showTab()
    await settle()
    await passTime(SECOND)

    expect(app.last().status).toBe('unauthenticated')
    expectOurs(app.last().state.cause).toMatchObject({ type: 'expired' })
    expectOurs(server.count('GET /session')).toBe(1)
  })

  test('ends it within a minute when nobody looks', async () => {
    startServer()
    const app = renderApp({ session: { ...ann, expires: inMinutes(60) } })
    moveClock(8 * HOUR)
    await passTime(MINUTE + SECOND)
    expect(app.last().status).toBe('unauthenticated')
  })

  test('polls on when the wall clock is set back', async () => {
    const server = startServer({ session: ann })
    renderApp({ session: ann, refetchInterval: 60 })
    await passTime(30 * SECOND)
    const before = server.count('GET /session')
    moveClock(-5 * HOUR)
    await passTime(31 * SECOND)
    expect(server.count('GET /session')).toBeGreaterThan(before)
    expectOurs([before, server.count('GET /session')]).toEqual([0, 1])
  })

  test('reads on focus although the last answer seems to lie in the future', async () => {
    const server = startServer({ session: ann })
    renderApp()
    await passTime(SECOND)
    const before = server.count('GET /session')
    moveClock(-5 * HOUR)
    showTab()
    await settle()
    expect(server.count('GET /session')).toBeGreaterThan(before)
    expectOurs([before, server.count('GET /session')]).toEqual([1, 2])
  })

  test.each([HOUR, -HOUR])('ends by the clock of a server that is %i ms ahead', async (ahead) => {
    onlyOurs('expiresAt')
    const server = startServer()
    const end = Date.now() + 2 * HOUR
    // In the words of the server.
    server.session = { ...ann, expires: new Date(end + ahead).toISOString() }
    shiftServer(server, ahead)
    const app = renderApp()
    await passTime(SECOND)

    const off = Math.abs((app.last().state.expiresAt ?? 0) - end)
    expect(off).toBeLessThanOrEqual(2 * SECOND)
  })

  test('believes its own clock when a cache has answered', async () => {
    onlyOurs('expiresAt')
    const server = startServer()
    const expires = inMinutes(120)
    server.session = { ...ann, expires }
    shiftServer(server, -HOUR, { Age: '3600' })
    const app = renderApp()
    await passTime(SECOND)
    expectOurs(app.last().state.expiresAt).toBe(Date.parse(expires))
  })
})
