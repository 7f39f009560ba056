// @vitest-environment jsdom
import { getSession } from 'sessionchart/react'
import { expect, test } from 'vitest'
import { renderApp } from '../support/app'
import { hideTab, showTab } from '../support/browser'
import { expectOurs } from '../support/compared'
import { startServer } from '../support/fake-server'
import { listenForNoise } from '../support/noise'
import { ann } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'
import { networkError, type Reply } from '../support/replies'
import { MINUTE, passTime, SECOND } from '../support/time'

const HOUR = 60 * MINUTE
const busy =
  (status: number, retryAfter: () => string): Reply =>
  () =>
    Response.json({}, { status, headers: { 'Retry-After': retryAfter() } })
const inTwoMinutes = () => new Date(Date.now() + 2 * MINUTE).toUTCString()

const variants = [
  { what: 'a 429 with seconds', reply: busy(429, () => '120') },
  { what: 'a 503 with seconds', reply: busy(503, () => '120') },
  { what: 'a 503 with a date', reply: busy(503, inTwoMinutes) },
]

describeEachReactMode(() => {
  test.each(variants)('leaves the server alone for as long as it says, after $what', async ({ reply }) => {
    listenForNoise()
    const server = startServer({ session: ann })
    server.answerOnce('GET /session', reply)
    const app = renderApp({ session: ann })
    showTab()

    await passTime(118 * SECOND)
    expect(app.statuses()).toEqual(['authenticated'])
    expect(server.count('GET /session')).toBe(1)
    expectOurs(app.last().state).toMatchObject({ isStale: true, error: { code: 'http' } })

    await passTime(4 * SECOND)
    expect(server.count('GET /session')).toBe(2)
    expectOurs(app.last().state.error).toBeNull()
  })

  test('lets a call go out although the server wants a pause', async () => {
    listenForNoise()
    const server = startServer({ session: ann })
    server.answerOnce('GET /session', variants[0]?.reply as Reply)
    renderApp({ session: ann })
    showTab()
    await passTime(SECOND)
    const before = server.count('GET /session')

    void getSession()
    await passTime(0)

    expect(server.count('GET /session')).toBeGreaterThan(before)
    expectOurs([before, server.count('GET /session')]).toEqual([1, 2])
  })

  test.each(['-5', 'soon', '0', ''])('takes no note of a Retry-After of "%s"', async (retryAfter) => {
    listenForNoise()
    const server = startServer({ session: ann })
    server.answerOnce(
      'GET /session',
      busy(503, () => retryAfter),
    )
    const app = renderApp({ session: ann })
    showTab()

    await passTime(2 * SECOND)
    expect(app.statuses()).toEqual(['authenticated'])
    expect(server.count('GET /session')).toBe(2)
  })

  test('waits no longer than an hour', async () => {
    listenForNoise()
    const server = startServer({ session: ann })
    server.answerOnce(
      'GET /session',
      busy(503, () => '999999999'),
    )
    const app = renderApp({ session: ann })
    showTab()

    await passTime(MINUTE)
    expect(app.statuses()).toEqual(['authenticated'])
    expect(server.count('GET /session')).toBe(1)
    hideTab()
    await passTime(HOUR)
    expect(server.count('GET /session')).toBe(2)
  })

  test('sends one request for each step, whatever happens during an outage', async () => {
    listenForNoise()
    const server = startServer({ session: ann })
    server.answer('GET /session', networkError)
    const app = renderApp({ session: ann, refetchInterval: 5 })

    for (let trigger = 0; trigger < 50; trigger++) {
      hideTab()
      showTab()
      await passTime(2 * SECOND)
    }

    expect(app.statuses()).toEqual(['authenticated'])
    // At most 1 + 2 + 4 + 8 + 16 + 32 s, at least half of that, in 100 s.
    expect(server.count('GET /session')).toBeGreaterThanOrEqual(6)
    expect(server.count('GET /session')).toBeLessThanOrEqual(9)
  })
})
