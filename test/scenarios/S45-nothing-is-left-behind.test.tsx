// @vitest-environment jsdom
import { render } from '@testing-library/react'
import { createSessionClient, type SessionClient } from 'sessionchart'
import { SessionProvider, signIn } from 'sessionchart/react'
import { expect, test } from 'vitest'
import { createProbe } from '../support/app'
import { byNow } from '../support/by-now'
import { type FakeServer, startServer } from '../support/fake-server'
import { watchForLeaks } from '../support/leaks'
import { listenForNoise } from '../support/noise'
import { followPromises } from '../support/pending'
import { ann } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'
import { networkError, silence } from '../support/replies'
import { passTime, SECOND, settle } from '../support/time'

const CYCLES = 100
const LIMIT = 20 * SECOND
// jsdom tells other windows of a write to the storage with a timer of its own.
const JSDOM_STORAGE_MS = 1

type Calls = Pick<SessionClient, 'update' | 'signIn'>

/** What may be under way when a provider or a client goes. */
const moments: Array<{
  what: string
  begin: (server: FakeServer, calls: Calls) => unknown
  /** Somebody waits for an answer: it outlives the provider, at most until the time limit. */
  isOwed?: boolean
}> = [
  { what: 'nothing', begin: () => undefined },
  { what: 'the first read', begin: (server) => server.answer('GET /session', silence) },
  { what: 'a back-off', begin: (server) => server.answer('GET /session', networkError) },
  {
    what: 'an update',
    isOwed: true,
    begin(server, { update }) {
      server.answer('POST /session', silence)
      return update({ name: 'Anna' })
    },
  },
  {
    what: 'a sign-in',
    isOwed: true,
    begin(server, { signIn }) {
      server.answer('POST /callback/credentials', silence)
      return signIn('credentials', { redirect: false, username: 'bob', password: 'x' })
    },
  },
]

describeEachReactMode(() => {
  test.each(moments)(
    `leaves nothing behind after ${CYCLES} mounts and unmounts during $what`,
    async ({ begin, isOwed = false }) => {
      listenForNoise()
      // What React itself attaches once, it attaches now.
      render(<p />).unmount()
      const leaks = watchForLeaks()
      const server = startServer({ session: ann })
      const results: unknown[] = []

      for (let cycle = 0; cycle < CYCLES; cycle++) {
        const { Probe, last } = createProbe()
        const view = render(
          <SessionProvider refetchInterval={5}>
            <Probe />
          </SessionProvider>,
        )
        results.push(begin(server, { update: last().update, signIn: signIn as Calls['signIn'] }))
        await settle(12)
        view.unmount()
      }
      await passTime(isOwed ? LIMIT : JSDOM_STORAGE_MS)

      expect(leaks.left()).toEqual([])
      expect(server.open()).toEqual([])
      await expect(byNow(Promise.all(results))).resolves.toHaveLength(CYCLES)
      const { length } = server.requests
      await passTime(20 * SECOND)
      expect(server.requests).toHaveLength(length)
    },
  )

  test('holds timers, listeners and a channel while it is mounted, so that the count means something', async () => {
    render(<p />).unmount()
    const leaks = watchForLeaks()
    startServer({ session: ann })
    const { Probe } = createProbe()
    render(
      <SessionProvider refetchInterval={5}>
        <Probe />
      </SessionProvider>,
    )
    await settle()

    const left = leaks.left().join()
    for (const kind of ['timers', 'visibilitychange', 'online', 'channel']) expect(left).toContain(kind)
  })

  test.each(moments)('leaves nothing behind when a client stops during $what', async ({ begin }) => {
    listenForNoise()
    const leaks = watchForLeaks()
    const server = startServer({ session: ann })
    const client = createSessionClient({ refetchInterval: 5 })
    client.start()
    const countPending = followPromises([
      begin(server, client),
      client.refetch(),
      client.update({ name: 'Anna' }),
    ])
    await settle()

    client.stop()
    await passTime(JSDOM_STORAGE_MS)

    expect(leaks.left()).toEqual([])
    expect(server.open()).toEqual([])
    expect(countPending()).toBe(0)
    const { length } = server.requests
    await passTime(20 * SECOND)
    expect(server.requests).toHaveLength(length)
  })

  test('leaves nothing behind after calls on a client that was never started', async () => {
    listenForNoise()
    const leaks = watchForLeaks()
    const server = startServer({ session: ann })
    const client = createSessionClient({ session: null })

    const calls = [client.getSession(), client.update({ name: 'Anna' }), client.signOut({ redirect: false })]
    await passTime(JSDOM_STORAGE_MS)

    await expect(Promise.all(calls)).resolves.toHaveLength(3)
    expect(server.count('POST /signout')).toBe(1)
    expect(leaks.left()).toEqual([])
  })
})
