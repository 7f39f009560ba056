// @vitest-environment jsdom
import { getSession } from 'sessionchart/react'
import { expect, test } from 'vitest'
import { renderApp } from '../support/app'
import { expectOurs, onlyOurs } from '../support/compared'
import { startServer } from '../support/fake-server'
import { listenForNoise } from '../support/noise'
import { ann } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'
import { empty, json, type Reply, text } from '../support/replies'
import { MINUTE, passTime } from '../support/time'

const answers: Array<{ what: string; reply: Reply; isV4?: true }> = [
  { what: 'the empty object of v4', reply: json({}), isV4: true },
  { what: 'the null of v5', reply: json(null) },
  { what: '0 bytes', reply: text('') },
  { what: 'a 204', reply: empty(204) },
]
const silent = { logged: [], thrown: [] }

describeEachReactMode(() => {
  test.each(answers)('is signed out when the first read gets $what', async ({ reply, isV4 }) => {
    if (isV4) onlyOurs('servers of v4')
    const noise = listenForNoise()
    startServer().answer('GET /session', reply)
    const app = renderApp()
    await passTime(MINUTE)

    expect(app.statuses()).toEqual(['loading', 'unauthenticated'])
    expect(app.last().data).toBeNull()
    expectOurs(app.last().state).toMatchObject({ cause: { type: 'server', trigger: 'mount' }, error: null })
    expect(noise).toEqual(silent)
  })

  test.each(answers)('signs out when a refetch gets $what', async ({ reply, isV4 }) => {
    if (isV4) onlyOurs('servers of v4')
    const noise = listenForNoise()
    startServer().answer('GET /session', reply)
    const app = renderApp({ session: ann, refetchInterval: 60 })
    await passTime(MINUTE)

    expect(app.statuses()).toEqual(['authenticated', 'unauthenticated'])
    expect(app.last().data).toBeNull()
    expectOurs(app.last().state).toMatchObject({ cause: { type: 'server', trigger: 'poll' }, error: null })
    expect(noise).toEqual(silent)
  })

  test.each(answers)('gives null to getSession() for $what', async ({ reply, isV4 }) => {
    if (isV4) onlyOurs('servers of v4')
    const noise = listenForNoise()
    startServer().answer('GET /session', reply)
    renderApp({ session: ann })
    const result = getSession()
    await passTime(0)

    await expect(result).resolves.toBeNull()
    expect(noise).toEqual(silent)
  })
})
