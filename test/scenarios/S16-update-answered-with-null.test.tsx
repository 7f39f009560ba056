// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { renderApp } from '../support/app'
import { expectOurs, onlyOurs } from '../support/compared'
import { startServer } from '../support/fake-server'
import { listenForNoise } from '../support/noise'
import { ann } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'
import { json, type Reply, text } from '../support/replies'
import { settle } from '../support/time'

const calls = [
  { call: 'update()', args: [], route: 'GET /session' },
  { call: 'update(data)', args: [{ name: 'Anna' }], route: 'POST /session' },
]
const answers: Array<{ what: string; reply: Reply; isV4?: true }> = [
  { what: 'null', reply: json(null) },
  { what: 'the empty object of v4', reply: json({}), isV4: true },
  { what: '0 bytes', reply: text('') },
]
const cases = calls.flatMap((call) => answers.map((answer) => ({ ...call, ...answer })))

describeEachReactMode(() => {
  test.each(cases)('signs out when $call is answered with $what', async ({ args, route, reply, isV4 }) => {
    if (isV4) onlyOurs('servers of v4')
    const noise = listenForNoise()
    const server = startServer({ session: ann })
    const app = renderApp({ session: ann })

    server.answer(route, reply)
    const result = app.last().update(...args)
    await settle()

    await expect(result).resolves.toBeNull()
    expect(server.count(route)).toBe(1)
    expect(app.statuses()).toEqual(['authenticated', 'unauthenticated'])
    expect(app.last().data).toBeNull()
    expectOurs(app.last().state).toMatchObject({
      cause: { type: 'server', httpStatus: 200 },
      error: null,
    })
    expect(noise).toEqual({ logged: [], thrown: [] })
  })
})
