import type { Session, SessionClient, SessionClientOptions } from 'sessionchart'
import { beforeEach, expect, test } from 'vitest'
import { json } from '../client/fake-auth'
import { START } from '../client/fake-clock'
import { ann, bob } from '../client/sessions'
import { type Clients, type ClientTab, createClients } from './clients'

let { auth, browser, open, reads, pass } = {} as Clients
beforeEach(() => {
  ;({ auth, browser, open, reads, pass } = createClients(null))
})

/** A request for the session that has not been answered yet. Gives what answers it. */
function holdRead(): (session: object | null) => void {
  let answer = (_: object | null) => {}
  const held = new Promise<Response>((resolve) => {
    answer = (session) => resolve(json(session))
  })
  auth.answerNext('/session', () => held)
  return answer
}
const right = { redirect: false, username: 'ann', password: 'right' }
const userIn = ({ client }: ClientTab) => client.getState().data?.user?.name
const nextAuthSays = (tab: ClientTab, timestamp = 1) =>
  tab.page.happens('storage', {
    key: 'nextauth.message',
    newValue: JSON.stringify({ event: 'session', data: { trigger: 'getSession' }, timestamp }),
  })
const endsAt = (milliseconds: number) => ann(new Date(START + milliseconds).toISOString())

test.for<[number, SessionClientOptions?]>([
  [1_500],
  [3_000],
  // When it has been left already.
  [8_000],
  [3_000, { atExpiry: 'end' }],
])(
  'a session is left although the answer of before its end comes %i ms later (%o)',
  async ([lateMs, options]) => {
    auth.session = endsAt(60_000)
    const tab = open(options)
    await pass(59_100)
    const answer = holdRead()
    tab.page.turn('visible')
    await auth.settled(1)

    await browser.clock.advance(lateMs)
    auth.session = null
    answer(endsAt(60_000))
    await auth.settled()
    expect(tab.shown()[0]).toBe('authenticated')
    await pass(10_000)

    expect(tab.shown()).toEqual(['unauthenticated', 'expired'])
  },
)

/** Another tab was answered between the time when this one left to sign in and the time when it did. */
async function leaveToSignIn() {
  const [leaving, other] = [open(), open()] as const
  await pass(10_000)
  leaving.client.signIn('github', {})
  await pass(200)
  expect(leaving.page.visited).toHaveLength(1)
  leaving.page.happens('pagehide')
  leaving.client.stop()
  await pass(20_000)
  return other
}

test('who comes back from a redirect is not told what another tab was answered before', async () => {
  const other = await leaveToSignIn()
  other.page.turn('visible')
  await pass(1_000)
  auth.session = bob()
  reads()

  const back = open()
  await pass(200)

  expect(userIn(back)).toBe('Bob')
  expect(userIn(other)).toBe('Bob')
  expect(reads()).toBe(1)
})

test.for([undefined, { ...bob(), user: { name: 'Bob' } }])(
  'who comes back from a redirect does not take the answer that is on its way to another tab (seed: %o)',
  async (session) => {
    const other = await leaveToSignIn()
    const answer = holdRead()
    other.page.turn('visible')
    await auth.settled(1)
    await browser.clock.advance(1_000)
    auth.session = bob()
    const back = open({ session: session as unknown as Session })
    await auth.settled(1)

    answer(null)
    await pass(200)

    expect(userIn(back)).toBe('Bob')
    expect(userIn(other)).toBe('Bob')
  },
)

test('ten tabs that are restored while one has left to sign in read twice at most', async () => {
  await leaveToSignIn()
  const release = auth.hold('/session')
  reads()

  for (let index = 0; index < 10; index += 1) {
    open()
    await auth.settled(1)
    await browser.clock.advance(30)
  }
  release()
  await pass(1_000)

  expect(reads()).toBeLessThanOrEqual(2)
})

test('a sign-in of a tab with next-auth is not missed behind a read that is out', async () => {
  const tab = open()
  await pass(10_000)
  const answer = holdRead()
  tab.page.turn('visible')
  await auth.settled(1)

  auth.session = ann()
  nextAuthSays(tab)
  await auth.settled(1)
  answer(null)
  await pass(200)

  expect(userIn(tab)).toBe('Ann')
})

test('a sign-in of a tab with next-auth is not missed behind an update that is out', async () => {
  auth.session = ann()
  const tab = open()
  await pass(10_000)
  const answer = holdRead()
  const updated = tab.client.update({ theme: 'dark' })
  await auth.settled(1)

  auth.session = bob()
  nextAuthSays(tab)
  answer(ann())
  await updated
  await pass(200)

  expect(userIn(tab)).toBe('Bob')
})

test('who signs in does not show it when another tab has begun to sign out, also where that cannot say so', async () => {
  const mute = { environment: { openChannel: () => null } }
  const [tab, other] = [open(mute), open(mute)] as const
  await pass(10_000)
  auth.session = ann()
  const answer = holdRead()
  const signedIn = tab.client.signIn('credentials', right)
  await auth.settled(1)
  await browser.clock.advance(100)

  const signedOut = other.client.signOut({ redirect: false })
  await auth.settled(1)
  const seen: string[] = []
  tab.client.subscribe(() => seen.push(tab.shown()[0]))
  answer(ann())
  await pass(200)
  await Promise.all([signedIn, signedOut])
  await pass(1_000)

  expect(tab.shown()[0]).toBe('unauthenticated')
  expect(seen).not.toContain('authenticated')
})

test('a sign-out is not missed behind a sign-in that has begun since, and is refused', async () => {
  auth.session = ann()
  const [tab, other, third] = [open(), open(), open()] as const
  await pass(10_000)
  // The click comes before the message.
  let refused: Promise<unknown> | undefined
  tab.client.subscribe(() => {
    if (tab.shown()[0] !== 'unauthenticated') return
    refused ??= other.client.signIn('credentials', { ...right, password: 'wrong' })
  })

  await tab.client.signOut({ redirect: false })
  await pass(5_000)

  expect(await refused).toMatchObject({ error: 'CredentialsSignin' })
  expect([tab, other, third].map(({ shown }) => shown()[0])).toEqual(Array(3).fill('unauthenticated'))
})

test('a tab that may not go where the server sends it has not left', async () => {
  const tab = open()
  await pass(10_000)
  auth.answerNext('/signin/github', () => json({ url: 'javascript:alert(1)' }))

  await tab.client.signIn('github', {}).catch(() => {})
  await pass(200)

  expect([...browser.storage.entries()].join()).not.toContain('leaving')
})

test.for<[what: string, reason: (tab: ClientTab) => void]>([
  ['waits out the limit', (tab) => nextAuthSays(tab, 2)],
  [
    'is out',
    ({ client, environment }) => client.configure({ fetch: auth.fetch, environment, session: bob() }),
  ],
])('a reason to read is not lost when a client begins anew while its read %s', async ([, reason]) => {
  const [tab, other] = [open({ session: null }), open()] as const
  await pass(10_000)
  nextAuthSays(tab, 1)
  await pass(1_000)
  auth.session = bob()
  reason(tab)

  tab.client.stop()
  tab.client.start()
  await pass(10_000)

  expect([userIn(tab), userIn(other)]).toEqual(['Bob', 'Bob'])
})

test('a client that did not run asks about a sign-in whose page has come back meanwhile', async () => {
  const other = await leaveToSignIn()
  other.page.turn('visible')
  await pass(1_000)
  other.client.stop()
  auth.session = bob()
  open()
  await pass(1_000)

  other.client.start()
  await pass(1_000)

  expect(userIn(other)).toBe('Bob')
})

test('a client that was stopped meanwhile asks about a sign-in that it has missed, and else nothing', async () => {
  const [tab, other] = [open(), open()] as const
  await pass(10_000)
  tab.client.stop()
  tab.client.start()
  await pass(1_000)
  reads()

  tab.client.stop()
  await pass(1_000)
  expect(reads()).toBe(0)
  auth.session = ann()
  await other.client.signIn('credentials', right)
  reads()
  tab.client.start()
  await pass(200)

  expect(userIn(tab)).toBe('Ann')
  expect(reads()).toBe(1)
})

test('so does one that was never answered, and shows what its page has brought', async () => {
  auth.session = ann()
  const [tab, other] = [open({ session: ann() }), open({ session: ann() })] as const
  await pass(10_000)
  tab.client.stop()
  tab.client.start()
  await pass(1_000)
  expect(reads()).toBe(0)

  tab.client.stop()
  auth.session = null
  await Promise.all([other.client.refetch(), pass(1_000)])
  reads()
  tab.client.start()
  await pass(1_000)

  expect(tab.shown()[0]).toBe('unauthenticated')
  expect(reads()).toBe(1)
})

test('so does one whose session has ended', async () => {
  const tab = open({ session: endsAt(5_000) as never, atExpiry: 'end' })
  await pass(20_000)
  expect(tab.shown()).toEqual(['unauthenticated', 'expired'])
  tab.client.stop()
  const other = open({ session: null })
  await pass(1_000)
  await other.client.signIn('credentials', right)
  await pass(10_000)

  tab.client.start()
  await pass(1_000)

  expect(tab.shown()[0]).toBe('authenticated')
})

test('a client that knows the last answer reads no more however often it is started', async () => {
  const tab = open({ session: null })
  await pass(10_000)
  await tab.client.signIn('credentials', { ...right, password: 'wrong' })
  await pass(10_000)
  const counts: number[] = []
  for (const _ of Array(3)) {
    tab.client.stop()
    await pass(1_000)
    tab.client.start()
    await pass(10_000)
    counts.push(reads())
  }

  expect(counts).toEqual([1, 0, 0])
})

test.for([
  ['refetch', (client: SessionClient) => client.refetch()],
  ['update', (client: SessionClient) => client.update({ theme: 'dark' })],
] as const)(
  'what %s has asked in vain, because the client was stopped, is asked when it is started',
  async ([, call]) => {
    auth.session = ann()
    const tab = open({ environment: { readShared: () => null, writeShared: () => false } })
    await pass(10_000)
    const release = auth.hold('/session')
    const called = call(tab.client)
    await auth.settled(1)
    auth.session = null

    tab.client.stop()
    await called
    release()
    await pass(1_000)
    reads()
    tab.client.start()
    await pass(1_000)

    expect(tab.shown()[0]).toBe('unauthenticated')
    expect(reads()).toBe(1)
  },
)

test('a prop that a call has asked about anew is not forgotten by a stop', async () => {
  auth.session = ann()
  const tab = open({ session: ann() })
  await pass(10_000)
  const release = auth.hold('/session')
  const { environment } = tab
  tab.client.configure({ environment, fetch: (url, init) => auth.fetch(url, init), session: bob() as never })
  await auth.settled(1)
  const called = tab.client.refetch()
  await auth.settled(1)

  tab.client.stop()
  await called
  release()
  tab.client.start()
  await pass(1_000)

  expect(userIn(tab)).toBe('Ann')
})

test('a prop that changes during a pause is asked about, whatever another tab is answered', async () => {
  auth.session = ann()
  const [tab, other] = [open({ session: ann() }), open({ session: ann() })] as const
  await pass(10_000)
  auth.answerNext('/session', () => new Response('', { status: 503, headers: { 'Retry-After': '60' } }))
  tab.page.turn('visible')
  await pass(100)
  const answer = holdRead()
  const called = other.client.refetch()
  await auth.settled(1)

  auth.session = bob()
  tab.client.configure({ environment: tab.environment, fetch: auth.fetch, session: bob() })
  answer(ann())
  await called
  await pass(200)

  expect(userIn(tab)).toBe('Bob')
})

test('other pages do not end the pause that the server has asked for', async () => {
  const tab = open({ refetchKey: '/' })
  const goTo = (refetchKey: string) =>
    tab.client.configure({
      environment: tab.environment,
      fetch: auth.fetch,
      logger: { error() {} },
      refetchKey,
    })
  await pass(10_000)
  const later = () => new Response('', { status: 429, headers: { 'Retry-After': '120' } })
  let refuse = () => {}
  auth.answerAll('/session', later)
  auth.answerNext(
    '/session',
    () =>
      new Promise((resolve) => {
        refuse = () => resolve(later())
      }),
  )
  goTo('/one')
  await auth.settled(1)
  await browser.clock.advance(1_000)
  goTo('/two')
  refuse()
  await auth.settled()
  reads()

  await pass(100_000)
  expect(reads()).toBe(0)
  await pass(30_000)
  expect(reads()).toBe(1)
})

test('tabs that believe to be offline try once a minute together', async () => {
  const tabs = Array.from({ length: 5 }, () => open())
  await pass(10_000)
  auth.answerAll('/session', () => new Response('', { status: 503 }))
  for (const { page } of tabs) page.goOffline()
  for (const { client } of tabs) await Promise.all([client.refetch(), pass(10_000)])
  reads()

  await pass(300_000)

  expect(reads()).toBe(5)
})

test('a sign-in in whose middle its client is stopped is read for by all', async () => {
  const [one, two] = [open(), open()] as const
  await pass(10_000)
  const release = auth.hold('/session')
  void one.client.signIn('credentials', { redirect: false, username: 'ann', password: 'right' })
  await auth.settled(1)
  one.client.stop()
  one.client.start()
  release()
  await pass(20_000)

  expect([userIn(one), userIn(two)]).toEqual(['Ann', 'Ann'])
})

test('tabs with next-auth that say much cost ten tabs what they cost one', async () => {
  auth.session = ann()
  const tabs: ClientTab[] = []
  while (tabs.length < 10) {
    tabs.push(open())
    await pass(700)
  }
  reads()

  for (let second = 0; second < 60; second += 1) {
    for (const tab of tabs) nextAuthSays(tab, second)
    await auth.settled()
    await browser.clock.advance(1_000)
  }

  expect(reads()).toBeLessThanOrEqual(13)
})

test('a tab with next-auth that says much does not keep a slow server from answering', async () => {
  const release = auth.hold('/session')
  const tab = open()
  for (let second = 0; second < 12; second += 2) {
    nextAuthSays(tab, second)
    await auth.settled(1)
    await browser.clock.advance(2_000)
  }
  auth.session = ann()
  release()
  await auth.settled()

  expect(userIn(tab)).toBe('Ann')
})

test.for<SessionClientOptions>([{ atExpiry: 'ask' }, { atExpiry: 'end' }])(
  'a server that says that sessions end now is taken to mean no end (%o)',
  async (options) => {
    const UNDER_WAY_MS = 20
    auth.answerAll('/session', async () => {
      const { now, after } = browser.clock.environment
      const session = endsAt(now() - START + UNDER_WAY_MS / 2)
      await new Promise<void>((resolve) => after(UNDER_WAY_MS, resolve))
      return json(session)
    })
    const someReads = async () => {
      for (let passed = 0; passed < 10_000; passed += UNDER_WAY_MS) {
        await auth.settled(1)
        await browser.clock.advance(UNDER_WAY_MS)
        expect(tab.client.getState().isExpiring).toBe(false)
      }
      return reads()
    }
    const tab = open(options)
    expect(await someReads()).toBe(1)

    tab.client.refetch()
    expect(await someReads()).toBe(1)

    expect(tab.shown()).toEqual(['authenticated', 'server'])
  },
)

test.for([20, 8_000])(
  'a page that is opened as the session ends, and answered %i ms later, does not make it last in other tabs',
  async (lateMs) => {
    auth.session = endsAt(60_000)
    const before = open()
    await pass(59_990)
    const answer = holdRead()
    const opened = open()
    await auth.settled(1)
    await browser.clock.advance(lateMs)
    auth.session = null
    answer(endsAt(60_000))
    await auth.settled()
    expect(opened.shown()[0]).toBe('authenticated')
    reads()

    await pass(10_000)

    expect(reads()).toBe(1)
    expect([before, opened].map(({ shown }) => shown()[0])).toEqual(['unauthenticated', 'unauthenticated'])
  },
)
