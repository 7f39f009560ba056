// @vitest-environment jsdom
import { SignedOut, useSession } from 'sessionchart/react'
import { expect, test, vi } from 'vitest'
import { renderApp } from '../support/app'
import { fakeLocation } from '../support/browser'
import { expectOurs } from '../support/compared'
import { startServer } from '../support/fake-server'
import { listenForNoise } from '../support/noise'
import { ann } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'
import { networkError, outages, silence } from '../support/replies'
import { MINUTE, passTime, SECOND } from '../support/time'

function MembersOnly({ onUnauthenticated }: { onUnauthenticated?: () => void }) {
  const { status } = useSession({ required: true, ...(onUnauthenticated && { onUnauthenticated }) })
  return <p>members: {status}</p>
}

describeEachReactMode(() => {
  test.each(outages)('leaves loading after $what, because the server is unreachable', async (outage) => {
    listenForNoise()
    const server = startServer({ session: ann })
    server.answer('GET /session', outage.reply)

    const app = renderApp()
    expect(app.statuses()).toEqual(['loading'])
    await passTime(outage.lastsMs)

    expect(app.statuses()).toEqual(['loading', 'unauthenticated'])
    expect(app.last().data).toBeNull()
    expectOurs(app.last().state).toMatchObject({
      cause: { type: 'unreachable', failure: { code: outage.code } },
      error: { code: outage.code },
      isStale: true,
    })
  })

  test('waits for the answer as long as the request timeout, and not longer', async () => {
    listenForNoise()
    const server = startServer({ session: ann })
    server.answer('GET /session', silence)
    const app = renderApp({ requestTimeout: 4 })

    await passTime(4 * SECOND - 1)
    expect(app.last().status).toBe('loading')

    await passTime(1)
    expect(app.last().status).toBe('unauthenticated')
  })

  test.each(outages)('keeps trying through $what and signs in when the server answers', async (outage) => {
    listenForNoise()
    const server = startServer({ session: ann })
    server.answer('GET /session', outage.reply)
    const app = renderApp()

    await passTime(outage.lastsMs)
    const tries = [server.count('GET /session')]
    for (let count = 0; count < 3; count++) {
      await passTime(MINUTE + outage.lastsMs)
      tries.push(server.count('GET /session'))
    }
    expectOurs(tries[0]).toBe(1)
    for (const [index, count] of tries.entries()) {
      if (index > 0) expect(count).toBeGreaterThan(tries[index - 1] as number)
    }

    server.answer('GET /session')
    await passTime(MINUTE + outage.lastsMs)

    expect(app.last().data).toEqual(ann)
    expectOurs(app.last().state.error).toBeNull()
    expect(app.statuses()).toEqual(['loading', 'unauthenticated', 'authenticated'])
  })

  test('sends nobody to the sign-in page before the server has said that nobody is signed in', async () => {
    listenForNoise()
    const location = fakeLocation()
    const server = startServer({ session: null })
    server.answer('GET /session', networkError)
    const app = renderApp({}, <MembersOnly />)

    await passTime(2 * MINUTE)
    expect(app.last().status).toBe('unauthenticated')
    expect(app.view.queryByText('members: loading')).not.toBeNull()
    expect(location.visited).toEqual([])

    server.answer('GET /session')
    await passTime(MINUTE)
    expect(location.visited).toEqual([
      `/api/auth/signin?error=SessionRequired&callbackUrl=${encodeURIComponent('http://localhost:3000/page')}`,
    ])
  })

  test('does not call back before the server has said that nobody is signed in', async () => {
    listenForNoise()
    const onUnauthenticated = vi.fn()
    const server = startServer({ session: null })
    server.answer('GET /session', networkError)
    renderApp({}, <MembersOnly onUnauthenticated={onUnauthenticated} />)

    await passTime(2 * MINUTE)
    expect(onUnauthenticated).not.toHaveBeenCalled()

    server.answer('GET /session')
    await passTime(MINUTE)
    expect(onUnauthenticated).toHaveBeenCalledTimes(1)
  })

  test('does not show what is for the signed out before the server has said it', async () => {
    listenForNoise()
    const server = startServer({ session: null })
    server.answer('GET /session', networkError)
    const app = renderApp({}, <SignedOut>please sign in</SignedOut>)

    await passTime(2 * MINUTE)
    expect(app.view.queryByText('please sign in')).toBeNull()

    server.answer('GET /session')
    await passTime(MINUTE)
    expect(app.view.queryByText('please sign in')).not.toBeNull()
  })
})
