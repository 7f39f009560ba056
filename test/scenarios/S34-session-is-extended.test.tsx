// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { renderApp } from '../support/app'
import { expectOurs } from '../support/compared'
import { startServer } from '../support/fake-server'
import { ann } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'
import { MINUTE, passTime } from '../support/time'

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * MINUTE).toISOString()

describeEachReactMode(() => {
  test('stays for as long as polls extend it', async () => {
    const server = startServer({ session: { ...ann, expires: inMinutes(10) } })
    const app = renderApp({ session: { ...ann, expires: inMinutes(10) }, refetchInterval: 240 })
    const renders = app.renders.length

    for (let round = 0; round < 8; round++) {
      server.session = { ...ann, expires: inMinutes(14) }
      await passTime(4 * MINUTE)
    }

    expect(app.statuses()).toEqual(['authenticated'])
    expect(server.count('GET /session')).toBeGreaterThanOrEqual(8)
    expectOurs(app.last().data).toBe(app.renders[0]?.data)
    // Those of a component that reads the whole state, whose `expiresAt` is live.
    expectOurs(app.renders.length - renders).toBeLessThanOrEqual(8 * 2 * 2 + 2)
    expectOurs(server.count('GET /session')).toBe(8)
  })

  test('ends when they stop extending it', async () => {
    const server = startServer({ session: { ...ann, expires: inMinutes(10) } })
    const app = renderApp({ session: { ...ann, expires: inMinutes(10) }, refetchInterval: 240 })

    await passTime(9 * MINUTE)
    server.session = null
    await passTime(2 * MINUTE)

    expect(app.last().status).toBe('unauthenticated')
    expectOurs(app.last().state.cause.type).toBe('expired')
  })
})
