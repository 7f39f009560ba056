import { SessionOptionError } from 'sessionchart'
import { createTabs, type TestTab } from 'sessionchart/testing'
import { describe, expect, test } from 'vitest'

const ann = { user: { id: '1', name: 'Ann' }, expires: '1' }
const bob = { user: { id: '2', name: 'Bob' }, expires: '1' }
const names = (tabs: readonly TestTab[]) => tabs.map(({ state }) => state.data?.user?.name ?? state.status)

describe('tabs', () => {
  test('know who is signed in when they are there, and have asked once for it', async () => {
    const { tabs, requests } = await createTabs(10, { session: ann })

    expect(names(tabs)).toEqual(Array(10).fill('Ann'))
    expect(requests).toMatchObject([{ method: 'GET', path: '/api/auth/session' }])
  })

  test('poll once in an interval', async () => {
    const { clock, requests } = await createTabs(5, { session: ann, refetchInterval: 60 })
    await clock.tick('3m')
    const before = requests.length

    await clock.tick('10m')

    expect(requests.length - before).toBe(10)
  })

  test('are signed out by one of them', async () => {
    const { tabs, clock } = await createTabs(3, { session: ann })

    await clock.until((tabs[0] as TestTab).client.signOut({ redirect: false }))
    await clock.tick('1s')

    expect(names(tabs)).toEqual(Array(3).fill('unauthenticated'))
    expect(tabs.map(({ state }) => state.cause.type)).toEqual([
      'signed-out',
      'signed-out-in-other-tab',
      'signed-out-in-other-tab',
    ])
  })

  test('show who signs in with a password in one of them', async () => {
    const users = [{ id: '2', name: 'Bob', email: 'bob@example.com', password: 'right' }]
    const { tabs, clock } = await createTabs(2, { users })
    const [first] = tabs as [TestTab]
    const credentials = { redirect: false, username: 'Bob', password: 'right' } as const

    await clock.until(first.client.signIn('credentials', credentials))
    await clock.tick('1s')

    expect(names(tabs)).toEqual(['Bob', 'Bob'])
  })

  test('hear of a change elsewhere with the next poll', async () => {
    const { tabs, clock, server } = await createTabs(2, { session: ann, refetchInterval: 60 })

    server.session = bob
    await clock.tick('2m')

    expect(names(tabs)).toEqual(['Bob', 'Bob'])
    expect(tabs.map(({ state }) => state.cause.type)).toEqual(['user-changed', 'user-changed'])
  })

  test('do the same in every run with the same seed, and something else with another', async () => {
    const run = async (seed: number) => {
      const { clock, requests } = await createTabs(4, { session: ann, refetchInterval: 30, seed, now: 0 })
      await clock.tick('5m')
      return requests.map(({ tab, at }) => `${tab} ${at}`)
    }

    expect(await run(3)).toEqual(await run(3))
    expect(await run(3)).not.toEqual(await run(4))
  })
})

describe('a tab', () => {
  test('that is opened later is told, and does not ask', async () => {
    const { open, clock, requests } = await createTabs(1, { session: ann })

    const second = await open()
    expect(second.state.status).toBe('loading')
    await clock.tick('1s')

    expect(second.state.data).toEqual(ann)
    expect(requests).toHaveLength(1)
  })

  test('that crashes while it asks is waited for no longer than a request takes', async () => {
    const { tabs, clock, server, requests } = await createTabs(2, { session: ann, refetchInterval: 60 })
    const before = requests.length
    server.hold()
    await clock.tick('61s')
    const [asking] = requests.slice(before)

    await tabs.find(({ id }) => id === asking?.tab)?.crash()
    await server.release()
    await clock.tick('2m')

    expect(new Set(requests.slice(before).map(({ tab }) => tab)).size).toBe(2)
  })

  test('that is halted hears when it goes on what has happened meanwhile', async () => {
    const { tabs, clock } = await createTabs(2, { session: ann })
    const [first, second] = tabs as [TestTab, TestTab]
    await second.halt()

    await clock.until(first.client.signOut({ redirect: false }))
    await clock.tick('1s')
    expect(names(tabs)).toEqual(['unauthenticated', 'Ann'])
    await second.goOn()
    await clock.tick('1s')

    expect(names(tabs)).toEqual(['unauthenticated', 'unauthenticated'])
  })

  test('that was crashed is no longer among them', async () => {
    const { tabs } = await createTabs(2)
    const [first] = tabs
    await first?.crash()
    await first?.crash()
    expect(tabs.map(({ id }) => id)).toEqual(['tab 2'])
  })

  test.each([{}, { channel: 'north' }])(
    'holds its lock while it asks, whatever it is called: %o',
    async (options) => {
      const { tabs, clock } = await createTabs(2, { session: ann, ...options })
      const [first, second] = tabs as [TestTab, TestTab]

      void first.client.refetch()
      await clock.tick('10ms')
      void second.client.refetch()
      await clock.tick('10ms')

      expect(first.held()).toContain('lock')
      expect(second.held()).toContain('place in the queue')
    },
  )

  test('holds nothing after a stop', async () => {
    const all = await createTabs(2, { session: ann, refetchInterval: 60 })
    expect(all.tabs[0]?.held()).toContain('timer')

    all.stop()
    await all.clock.tick('1s')

    expect(all.tabs.flatMap(({ held }) => held())).toEqual([])
  })
})

test.each(['locks', 'channels', 'storage'] as const)(
  'a browser without %s agrees in the end',
  async (missing) => {
    const { tabs, clock } = await createTabs(2, { session: ann, refetchInterval: 60, without: [missing] })

    await clock.until((tabs[0] as TestTab).client.signOut({ redirect: false }))
    await clock.tick('2m')

    expect(names(tabs)).toEqual(['unauthenticated', 'unauthenticated'])
  },
)

test.each([
  ['count', () => createTabs(1.5)],
  ['seed', () => createTabs(1, { seed: 0.5 })],
  ['messageLoss', () => createTabs(1, { messageLoss: 2 })],
  ['without', () => createTabs(1, { without: ['lock' as never] })],
  ['latency', () => createTabs(1, { latency: 'soon' as never })],
  ['now', () => createTabs(1, { now: 'soon' })],
  ['session', () => createTabs(1, { session: [] as never })],
])('refuses nonsense for %s by name', async (option, open) => {
  const error = await open().catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(SessionOptionError)
  expect(error).toMatchObject({ option })
})
