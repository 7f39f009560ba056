import { beforeEach, expect, test } from 'vitest'
import { ann, bob } from '../client/sessions'
import { type Clients, type ClientTab, createClients } from './clients'
import { NAME } from './turns'

const LINGER_MS = 25

let { auth, browser, open, reads, pass } = {} as Clients
beforeEach(() => {
  ;({ auth, browser, open, reads, pass } = createClients())
})
const ledger = () => JSON.parse(browser.storage.get(NAME) ?? '{}')
/** What a browser says of a page that it takes out of its cache. */
const restore = ({ page }: ClientTab) => {
  page.happens('resume')
  page.happens('visibilitychange')
  page.happens('pageshow', { persisted: true })
}

test.for(['pagehide', 'freeze'] as const)(
  'has neither channel nor lock while the page is away: %s',
  async (type) => {
    auth.hold('/session')
    const [one, two] = [open(), open()] as const
    await auth.settled(1)

    one.page.happens(type)
    two.page.happens(type)
    await auth.settled()

    const gone = /channel|lock|queue/
    expect([...one.held(), ...two.held()].filter((what) => gone.test(what))).toEqual([])
    expect(auth.requests.map(({ aborted }) => aborted)).toEqual([true])
  },
)

test('shows a sign-out of another tab before it asks, when the page comes back', async () => {
  const [one, two] = [open(), open()] as const
  await pass(10_000)
  reads()
  two.page.happens('pagehide')
  await one.client.signOut({ redirect: false })
  await pass(10_000)
  expect(two.shown()[0]).toBe('authenticated')

  const release = auth.hold('/session')
  restore(two)
  expect(two.shown()).toEqual(['unauthenticated', 'signed-out-in-other-tab'])

  release()
  await pass(1_000)
  expect(reads()).toBe(1)
  expect(two.shown()).toEqual(['unauthenticated', 'signed-out-in-other-tab'])
})

test('asks once, and keeps what it shows meanwhile, when something else has happened', async () => {
  const [one, two] = [open(), open()] as const
  await pass(10_000)
  reads()
  two.page.happens('pagehide')
  await one.client.update({ theme: 'dark' })
  await pass(10_000)

  restore(two)
  expect(two.shown()[0]).toBe('authenticated')
  await pass(1_000)

  expect(two.client.getState().data).toEqual({ ...ann(), theme: 'dark' })
  expect(reads()).toBe(1)
})

test('brings a sign-in by another page to the other tabs, from a page that has its session', async () => {
  auth.session = null
  const [one, two] = [open(), open()] as const
  await pass(1_000)
  void one.client.signIn('github')
  await auth.settled()
  one.page.happens('pagehide')
  one.client.stop()
  expect(one.page.visited).toEqual(['https://github.example/authorize'])
  expect(ledger()).toMatchObject({ leaving: true })

  auth.session = ann()
  reads()
  const back = open({ session: ann() })
  await pass(LINGER_MS)

  expect(two.shown()).toEqual(['authenticated', 'signed-in-in-other-tab', back.name])
  expect(reads()).toBe(1)
  expect(ledger()).not.toHaveProperty('leaving')
})

test('asks for a page with a session that is older than the last write', async () => {
  const one = open()
  await pass(1_000)
  await one.client.signOut({ redirect: false })
  auth.session = bob()
  reads()

  const old = open({ session: ann() })
  const restored = open({ session: ann(), environment: { isRestoredNavigation: () => true } })
  const now = browser.clock.environment.now()
  const fresh = open({ session: bob(), environment: { startedAt: () => now + 1 } })
  await pass(1_000)

  expect(reads()).toBe(1)
  expect([old, restored].map(({ client }) => client.getState().data)).toEqual([bob(), bob()])
  expect(fresh.shown()).toEqual(['authenticated', 'seeded'])
})

test('asks for a later client of a page that brings the session from before a sign-out once more', async () => {
  const [first, other] = [open({ session: ann() }), open()] as const
  await pass(1_000)
  first.page.turn('visible')
  await pass(10_000)
  first.client.stop()
  await other.client.signOut({ redirect: false })
  await pass(1_000)
  reads()

  const later = open({ session: ann() }, first)
  await pass(1_000)

  expect(later.shown()[0]).toBe('unauthenticated')
  expect(reads()).toBe(1)
})

test('reads nothing for a page with a session where nobody has signed in or out', async () => {
  const tabs = [open({ session: ann() }), open({ session: ann() })]

  await pass(60_000)

  expect(reads()).toBe(0)
  expect(tabs.map((tab) => tab.shown())).toEqual(Array(2).fill(['authenticated', 'seeded']))
})
