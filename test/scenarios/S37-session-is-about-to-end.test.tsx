// @vitest-environment jsdom
import { getSessionClient, useSessionExpiry } from 'sessionchart/react'
import { expect, test } from 'vitest'
import { renderApp } from '../support/app'
import { onlyOurs } from '../support/compared'
import { startServer } from '../support/fake-server'
import { ann } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'
import { MINUTE, passTime, SECOND } from '../support/time'

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * MINUTE).toISOString()

/** Writes down what it shows, and how often. */
function createCountdown() {
  const seen: Array<ReturnType<typeof useSessionExpiry>> = []
  return {
    seen,
    Countdown() {
      seen.push(useSessionExpiry())
      return null
    },
  }
}

describeEachReactMode(() => {
  test('warns a minute before the end, and asks nothing', async () => {
    onlyOurs('isExpiring')
    const server = startServer()
    const app = renderApp({ session: { ...ann, expires: inMinutes(10) } })
    await passTime(9 * MINUTE - SECOND)
    expect(app.last().state.isExpiring).toBe(false)

    await passTime(2 * SECOND)
    expect(app.last().state).toMatchObject({ isExpiring: true, status: 'authenticated' })
    expect(server.requests).toEqual([])
  })

  test('warns as early as it is told to', async () => {
    startServer()
    const app = renderApp({ session: { ...ann, expires: inMinutes(10) }, expiryWarning: 300 })
    await passTime(5 * MINUTE + SECOND)
    expect(app.last().state.isExpiring).toBe(true)
  })

  test('counts nothing where nobody is signed in', async () => {
    startServer()
    const { Countdown, seen } = createCountdown()
    const app = renderApp({ session: null }, <Countdown />)
    await passTime(5 * MINUTE)

    expect(seen).toHaveLength(app.renders.length)
    expect(seen.at(-1)).toEqual({ expiresAt: null, secondsLeft: null, isExpiring: false })
  })

  test('counts the seconds in one component and renders no other', async () => {
    startServer()
    const { Countdown, seen } = createCountdown()
    const app = renderApp({ session: { ...ann, expires: inMinutes(2) } }, <Countdown />)
    expect(seen[0]?.secondsLeft).toBeNull()
    await passTime(MINUTE + SECOND)
    const renders = app.renders.length

    await passTime(30 * SECOND)

    expect(seen.at(-1)).toMatchObject({ isExpiring: true, secondsLeft: 29 })
    expect(app.renders.length).toBe(renders)
  })

  test('rounds up what is left', async () => {
    startServer()
    const { Countdown, seen } = createCountdown()
    renderApp({ session: { ...ann, expires: inMinutes(0.505) } }, <Countdown />)
    await passTime(0)
    expect(seen.at(-1)?.secondsLeft).toBe(31)
    await passTime(SECOND / 2)
    expect(seen.at(-1)?.secondsLeft).toBe(30)
  })

  test('renders the countdown once a minute while the end is far', async () => {
    startServer()
    const { Countdown, seen } = createCountdown()
    renderApp({ session: { ...ann, expires: inMinutes(600) } }, <Countdown />)
    const { length } = seen
    await passTime(10 * MINUTE)
    expect(seen.length - length).toBeLessThanOrEqual(11 * 2)
    expect(seen.at(-1)?.secondsLeft).toBe(590 * 60)
  })

  test('is over when the user asks the server, and it extends the session', async () => {
    onlyOurs('isExpiring')
    const server = startServer({ session: { ...ann, expires: inMinutes(40) } })
    const app = renderApp({ session: { ...ann, expires: inMinutes(10) } })
    await passTime(9 * MINUTE + SECOND)

    void getSessionClient().refetch()
    await passTime(SECOND)

    expect(app.last().state.isExpiring).toBe(false)
    expect(server.count('GET /session')).toBe(1)
    expect(app.statuses()).toEqual(['authenticated'])
  })
})
