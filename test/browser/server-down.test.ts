import { expect, test } from 'vitest'
import type { Interceptor } from '../servers/auth-server'
import { describeEachServer } from './stage'
import { oneFailure } from './tab'

/** What happens to all requests for Auth.js; the pages are still there. */
const letAuth =
  (answer: () => Response | 'destroy' | 'hang'): Interceptor =>
  ({ path }) =>
    path.startsWith('/api/auth/') ? answer() : undefined
const answers500 = letAuth(() => new Response('<h1>Internal server error</h1>', { status: 500 }))
const cutsConnections = letAuth(() => 'destroy')
const hangs = letAuth(() => 'hang')

describeEachServer((stage) => {
  test('keeps the session while the server is down, says why, and recovers by itself', async () => {
    await stage.signInUnseen()
    const tab = await stage.openTab('/?refetchInterval=1')
    await tab.shows({ status: 'authenticated', error: 'none', stale: 'false' })

    stage.site.intercept(answers500)
    await tab.shows({ status: 'authenticated', name: 'Ann', error: 'http', stale: 'true' })
    stage.site.intercept(cutsConnections)
    await tab.shows({ status: 'authenticated', name: 'Ann', error: 'network', stale: 'true' })
    stage.site.intercept(null)

    await tab.shows({ error: 'none', stale: 'false', name: 'Ann', statuses: 'loading → authenticated' })
    expect(tab.complaints.splice(0)).toEqual(oneFailure)
  })

  test('gives up on a read that is never answered, keeps the session, and recovers by itself', async () => {
    await stage.signInUnseen()
    const tab = await stage.openTab('/?refetchInterval=1&requestTimeout=3')
    await tab.shows({ status: 'authenticated', error: 'none' })

    stage.site.intercept(hangs)
    await tab.shows({ status: 'authenticated', name: 'Ann', error: 'timeout', stale: 'true' })
    stage.site.intercept(null)

    await tab.shows({ error: 'none', stale: 'false', name: 'Ann', statuses: 'loading → authenticated' })
    expect(tab.complaints.splice(0)).toEqual(oneFailure)
  })

  test.each([
    { trouble: 'answers 500', interceptor: answers500, code: 'http' },
    { trouble: 'cuts connections', interceptor: cutsConnections, code: 'network' },
  ])('opens while the server $trouble, and finds the session by itself', async ({ interceptor, code }) => {
    await stage.signInUnseen()
    stage.site.intercept(interceptor)
    const tab = await stage.openTab()
    await tab.shows({ status: 'unauthenticated', cause: 'unreachable', error: code, stale: 'true' })

    stage.site.intercept(null)

    await tab.shows({ status: 'authenticated', name: 'Ann', cause: 'server', error: 'none', stale: 'false' })
    expect(tab.complaints.splice(0)).toEqual(oneFailure)
  })
})
