// @vitest-environment jsdom
import { getSession, signOut } from 'sessionchart/react'
import { expect, test } from 'vitest'
import { type Probe, renderApp } from '../support/app'
import { startServer } from '../support/fake-server'
import { ann } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'
import { json } from '../support/replies'
import { MINUTE, passTime, settle } from '../support/time'

// That the other tabs stay signed out, and the cookie stays away, is for the browser to show: `test/many-tabs`.
/** Nobody waits for its answer. */
const alongside = (_: Promise<unknown>) => settle()

const reads: Array<{ what: string; begin: (app: Probe) => Promise<unknown> }> = [
  { what: 'a poll', begin: () => passTime(MINUTE) },
  { what: 'getSession()', begin: () => alongside(getSession()) },
  { what: 'update()', begin: (app) => alongside(app.last().update()) },
]

describeEachReactMode(() => {
  test.each(reads)('stays signed out when $what is answered late with the old session', async ({ begin }) => {
    const server = startServer({ session: ann })
    const app = renderApp({ session: ann, refetchInterval: 60 })
    const late = server.hold('GET /session')
    await begin(app)
    expect(late.request).toBeDefined()

    void signOut({ redirect: false })
    await settle()
    late.answer(json(ann))
    await passTime(MINUTE)

    const statuses = app.statuses()
    expect(statuses.slice(statuses.indexOf('unauthenticated'))).toEqual(['unauthenticated'])
    expect(app.last().data).toBeNull()
  })
})
