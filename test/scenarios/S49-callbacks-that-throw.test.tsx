// @vitest-environment jsdom

import type { SessionProviderProps } from 'sessionchart/react'
import { getSession, useSession } from 'sessionchart/react'
import { expect, test, vi } from 'vitest'
import { renderApp } from '../support/app'
import { expectOurs, ours } from '../support/compared'
import { type FakeServer, startServer } from '../support/fake-server'
import { listenForNoise } from '../support/noise'
import { ann, bob } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'
import { networkError } from '../support/replies'
import { passTime, SECOND, settle } from '../support/time'

const boom = new Error('boom')
const throwOnce = () =>
  vi
    .fn(() => {})
    .mockImplementationOnce(() => {
      throw boom
    })
const throwAlways = () => {
  throw boom
}
const makeLogger = () => ({ error: vi.fn(), warn: vi.fn() })

/** After all that went wrong: answers are shown, calls are answered, polls go out. */
async function expectToGoOn(app: ReturnType<typeof renderApp>, server: FakeServer) {
  server.session = { ...bob, user: { ...bob.user, name: 'Bobby' } }
  const called = getSession()
  await settle()
  await expect(called).resolves.toEqual(server.session)
  expect(app.last().data).toEqual(server.session)
  expect(app.view.queryByText('Bobby')).not.toBeNull()
  const before = server.count('GET /session')
  await passTime(20 * SECOND)
  expect(server.count('GET /session')).toBeGreaterThan(before)
}

const callbacks: Array<{ name: string; props: () => Partial<SessionProviderProps> }> = [
  { name: 'onSessionChange', props: () => ({ onSessionChange: throwOnce() }) },
  { name: 'onError', props: () => ({ onError: throwOnce() }) },
  { name: 'identify', props: () => ({ identify: throwOnce() as unknown as () => string }) },
  { name: 'inspect', props: () => ({ inspect: throwOnce() }) },
  { name: 'inspect.next', props: () => ({ inspect: { next: throwOnce() } }) },
]

describeEachReactMode(() => {
  test.each(callbacks)('reports once that $name threw, and goes on', async ({ props }) => {
    const noise = listenForNoise()
    const logger = makeLogger()
    const server = startServer({ session: ann })
    const app = renderApp({ session: ann, refetchInterval: 10, logger, ...props() })

    server.answerOnce('GET /session', networkError)
    await passTime(15 * SECOND)
    server.session = bob
    await passTime(15 * SECOND)

    expect(logger.error.mock.calls.filter(([error]) => error === boom)).toHaveLength(1)
    expect(noise).toEqual({ logged: [], thrown: [] })
    await expectToGoOn(app, server)
  })

  test('reports once an inspector that throws at every event', async () => {
    const noise = listenForNoise()
    const logger = makeLogger()
    const server = startServer({ session: ann })
    const app = renderApp({ session: ann, refetchInterval: 10, logger, inspect: throwAlways })
    await passTime(30 * SECOND)

    expect(logger.error.mock.calls).toEqual([[boom]])
    expect(noise).toEqual({ logged: [], thrown: [] })
    await expectToGoOn(app, server)
  })

  test('reports on the console, once, that the logger threw, and goes on', async () => {
    const noise = listenForNoise()
    const logger = { error: vi.fn(throwAlways), warn: vi.fn() }
    const server = startServer({ session: ann })
    const app = renderApp({ session: ann, refetchInterval: 10, logger })

    server.answerOnce('GET /session', networkError)
    await passTime(15 * SECOND)

    expect(logger.error).toHaveBeenCalledTimes(1)
    expect(noise.logged).toHaveLength(1)
    expect(noise.logged[0]).toContain('boom')
    expect(noise.thrown).toEqual([])
    await expectToGoOn(app, server)
  })

  test('reports once that onUnauthenticated threw, and goes on', async () => {
    const noise = listenForNoise()
    const logger = makeLogger()
    const server = startServer({ session: ann })
    const app = renderApp({ session: ann, refetchInterval: 10, ...ours({ logger }) }, <MembersOnly />)

    server.session = null
    await passTime(15 * SECOND)

    expect(app.last().status).toBe('unauthenticated')
    expect(noise.thrown).toEqual([])
    expectOurs(logger.error.mock.calls).toEqual([[boom]])
    expectOurs(noise.logged).toEqual([])
    await expectToGoOn(app, server)
  })

  test('fails only the requests for which a headers function throws', async () => {
    const noise = listenForNoise()
    const logger = makeLogger()
    const headers = vi.fn(() => ({}))
    const server = startServer({ session: ann })
    const app = renderApp({ session: ann, refetchInterval: 10, logger, headers })

    headers.mockImplementationOnce(throwAlways)
    await passTime(15 * SECOND)

    expect(logger.error).toHaveBeenCalledTimes(1)
    expect(app.statuses()).toEqual(['authenticated'])
    expect(noise).toEqual({ logged: [], thrown: [] })
    await expectToGoOn(app, server)
  })
})

function MembersOnly() {
  useSession({ required: true, onUnauthenticated: throwAlways })
  return null
}
