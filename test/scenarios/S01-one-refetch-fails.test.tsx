// @vitest-environment jsdom
import { expect, test, vi } from 'vitest'
import { renderApp } from '../support/app'
import { expectOurs } from '../support/compared'
import { startServer } from '../support/fake-server'
import { ann } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'
import { outages } from '../support/replies'
import { MINUTE, passTime, SECOND } from '../support/time'

describeEachReactMode(() => {
  test.each(outages)('keeps the session through $what and recovers by itself', async (outage) => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const server = startServer({ session: ann })
    const app = renderApp({ refetchInterval: 60 })
    await passTime(0)
    const { data } = app.last()
    const { length } = server.requests

    server.answerOnce('GET /session', outage.reply)
    await passTime(MINUTE + outage.lastsMs)

    expect(server.requests.length).toBeGreaterThan(length)
    expect(app.statuses()).toEqual(['loading', 'authenticated'])
    expect(app.last().data).toEqual(data)
    expectOurs(server.count('GET /session')).toBe(2)
    expectOurs(app.last().data).toBe(data)
    expectOurs(app.last().state).toMatchObject({
      isStale: true,
      error: { code: outage.code, status: outage.status },
    })

    await passTime(SECOND)

    expectOurs(server.count('GET /session')).toBe(3)
    expectOurs(app.last().data).toBe(data)
    expectOurs(app.last().state).toMatchObject({ isStale: false, error: null })
    expect(app.statuses()).toEqual(['loading', 'authenticated'])
  })
})
