// @vitest-environment jsdom
import { getSession, getSessionClient } from 'sessionchart/react'
import { expect, test } from 'vitest'
import { type Probe, renderApp } from '../support/app'
import { goOffline } from '../support/browser'
import { expectOurs } from '../support/compared'
import { startServer } from '../support/fake-server'
import { ann, bob } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'
import { passTime } from '../support/time'

const calls: Array<{ name: string; call: (app: Probe) => Promise<unknown>; route: string }> = [
  { name: 'update()', call: (app) => app.last().update(), route: 'GET /session' },
  { name: 'update(data)', call: (app) => app.last().update({}), route: 'POST /session' },
  { name: 'getSession()', call: () => getSession(), route: 'GET /session' },
  { name: 'refetch()', call: () => getSessionClient().refetch(), route: 'GET /session' },
]

describeEachReactMode(() => {
  test.each(calls)('sends $name although the browser says that it is offline', async ({ call, route }) => {
    goOffline()
    const server = startServer({ session: bob })
    const app = renderApp({ session: ann })

    const result = call(app)
    await passTime(0)

    expect(server.count(route)).toBeGreaterThanOrEqual(1)
    expectOurs(server.count(route)).toBe(1)
    await expect(result).resolves.not.toBeNull()
    expect(app.last().data).toEqual(bob)
  })

  test('reads the session at the start although the browser says that it is offline', async () => {
    goOffline()
    const server = startServer({ session: ann })
    const app = renderApp()
    await passTime(0)

    expect(app.last().data).toEqual(ann)
    expectOurs(server.count('GET /session')).toBe(1)
  })
})
