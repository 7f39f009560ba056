// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { renderApp } from '../support/app'
import { expectOurs } from '../support/compared'
import { startServer } from '../support/fake-server'
import { listenForNoise } from '../support/noise'
import { ann } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'
import { empty, html, json, type Reply, text } from '../support/replies'
import { MINUTE, passTime } from '../support/time'

const bodies: Array<{ what: string; reply: Reply }> = [
  { what: 'an error object', reply: json({ message: 'Unauthorized' }, 401) },
  { what: 'null', reply: json(null, 401) },
  { what: 'an empty object', reply: json({}, 401) },
  { what: 'no byte', reply: empty(401) },
  { what: 'an HTML page', reply: html(401) },
  { what: 'invalid JSON', reply: text('{"user":', 401) },
  { what: 'what looks like a session', reply: json(ann, 401) },
]

describeEachReactMode(() => {
  test.each(bodies)('signs out on a 401 with $what', async ({ reply }) => {
    const noise = listenForNoise()
    const server = startServer({ session: ann })
    const app = renderApp({ session: ann, refetchInterval: 60 })

    server.answer('GET /session', reply)
    await passTime(MINUTE)

    expect(app.statuses()).toEqual(['authenticated', 'unauthenticated'])
    expect(app.last().data).toBeNull()
    expectOurs(app.last().state).toMatchObject({
      cause: { type: 'server', trigger: 'poll', httpStatus: 401 },
      error: null,
      isStale: false,
    })
    expect(noise.thrown).toEqual([])
    expectOurs(noise.logged).toEqual([])
  })
})
