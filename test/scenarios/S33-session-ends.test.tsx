// @vitest-environment jsdom
import { expect, test, vi } from 'vitest'
import { renderApp } from '../support/app'
import { goOffline, hideTab } from '../support/browser'
import { expectOurs, onlyOurs, ours } from '../support/compared'
import { startServer } from '../support/fake-server'
import { listenForNoise } from '../support/noise'
import { ann, type TestSession } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'
import { networkError, silence } from '../support/replies'
import { MINUTE, passTime, SECOND } from '../support/time'

/** Ann's session, with so much time left. */
const annFor = (milliseconds: number): TestSession => ({
  ...ann,
  expires: new Date(Date.now() + milliseconds).toISOString(),
})

describeEachReactMode(() => {
  test.each(['visible', 'hidden'])(
    'ends in a %s tab, and asks the server once, just after it',
    async (how) => {
      const server = startServer({ session: null })
      const onSessionChange = vi.fn()
      const session = annFor(10 * MINUTE)
      const app = renderApp({ session, ...ours({ onSessionChange }) })
      if (how === 'hidden') hideTab()

      await passTime(10 * MINUTE)
      expect(server.count('GET /session')).toBe(0)
      expect(app.last().status).toBe('authenticated')

      await passTime(2 * SECOND)
      expect(app.last()).toMatchObject({ status: 'unauthenticated', data: null })
      expect(server.count('GET /session')).toBe(1)
      expectOurs(app.last().state.cause).toMatchObject({
        type: 'expired',
        expiresAt: Date.parse(session.expires),
      })
      expectOurs(onSessionChange).toHaveBeenCalledTimes(1)

      await passTime(10 * MINUTE)
      expect(server.count('GET /session')).toBe(1)
    },
  )

  test.each([
    ['cannot be reached', networkError, 2],
    ['does not answer', silence, 5],
  ] as const)('ends within five seconds when the server %s', async (_, reply, seconds) => {
    listenForNoise()
    const server = startServer()
    server.answer('GET /session', reply)
    const app = renderApp({ session: annFor(10 * MINUTE) })

    await passTime(10 * MINUTE + seconds * SECOND)

    expect(app.last().status).toBe('unauthenticated')
    expectOurs(app.last().state.cause.type).toBe('expired')
  })

  test('ends unasked when the browser is offline', async () => {
    const server = startServer({ session: ann })
    const app = renderApp({ session: annFor(10 * MINUTE) })
    goOffline()

    await passTime(10 * MINUTE + 2 * SECOND)

    expect(app.last().status).toBe('unauthenticated')
    expect(server.count('GET /session')).toBe(0)
    expectOurs(app.last().state.cause).toMatchObject({ type: 'expired' })
  })

  test('ends unasked when told so', async () => {
    const server = startServer({ session: ann })
    const app = renderApp({ session: annFor(10 * MINUTE), atExpiry: 'end' })

    await passTime(10 * MINUTE + 2 * SECOND)

    expect(server.count('GET /session')).toBe(0)
    expect(app.last().status).toBe('unauthenticated')
  })

  test('goes on without a flicker when the server has extended it', async () => {
    const server = startServer({ session: annFor(30 * MINUTE) })
    const app = renderApp({ session: annFor(10 * MINUTE) })
    const { data } = app.last()

    await passTime(11 * MINUTE)

    expect(app.statuses()).toEqual(['authenticated'])
    expect(app.last().data).toEqual(data)
    expectOurs(server.count('GET /session')).toBe(1)
    expectOurs(app.last().data).toBe(data)
    expectOurs(app.last().state.expiresAt).toBe(Date.parse(server.session?.expires ?? ''))
  })

  test('comes back when the server knows the session after all', async () => {
    onlyOurs('an end by the clock')
    listenForNoise()
    const server = startServer({ session: annFor(30 * MINUTE) })
    server.answerOnce('GET /session', networkError)
    const app = renderApp({ session: annFor(10 * MINUTE) })

    await passTime(11 * MINUTE)

    expect(app.statuses()).toEqual(['authenticated', 'unauthenticated', 'authenticated'])
  })
})
