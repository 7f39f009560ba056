import { beforeEach, expect, test } from 'vitest'
import { serverError } from '../client/fake-auth'
import { ann, bob } from '../client/sessions'
import { type Clients, createClients } from './clients'
import { NAME } from './turns'

const LINGER_MS = 25

let { auth, browser, open, reads, pass } = {} as Clients
const begin = (session?: object | null) => {
  ;({ auth, browser, open, reads, pass } = createClients(session))
}
beforeEach(() => begin())

test('is one read for three tabs that are opened together', async () => {
  const tabs = [open(), open(), open()]

  await pass(LINGER_MS)

  expect(reads()).toBe(1)
  const [first, ...others] = tabs.map((tab) => tab.shown())
  expect(first).toEqual(['authenticated', 'server'])
  expect(others).toEqual(Array(2).fill(['authenticated', 'server', tabs[0]?.name]))
  expect(new Set(tabs.map(({ name }) => name)).size).toBe(3)
})

test('is no read for a tab that is opened soon after', async () => {
  const first = open()
  await pass(4_000)
  reads()

  const second = open()
  await pass(LINGER_MS)

  expect(second.shown()).toEqual(['authenticated', 'server', first.name])
  expect(reads()).toBe(0)
})

test('is a read for one that is opened later, or when who knew is gone', async () => {
  const first = open()
  await pass(4_000)
  first.client.stop()
  const second = open()
  await pass(100)
  expect(second.shown()).toEqual(['authenticated', 'server'])
  expect(reads()).toBe(2)

  await pass(5_000)
  open()
  await pass(100)
  expect(reads()).toBe(1)
})

test('is one poll in an interval, whatever the tabs, and whenever they were opened', async () => {
  const tabs = [open({ refetchInterval: 60 })]
  await pass(20_000)
  tabs.push(open({ refetchInterval: 60 }))
  await pass(20_000)
  tabs.push(open({ refetchInterval: 60 }))
  await pass(1_000)
  reads()
  auth.session = bob()

  await pass(61_000)
  expect(reads()).toBe(1)
  expect(tabs.map(({ client }) => client.getState().data)).toEqual(Array(3).fill(bob()))

  await pass(600_000)
  expect(reads()).toBe(10)
})

test('is one request for each try while the server is down', async () => {
  const tabs = [open(), open(), open()]
  await pass(10_000)
  reads()
  auth.answerAll('/session', serverError)

  for (const { page } of tabs) page.turn('visible')
  await pass(100)
  expect(reads()).toBe(1)
  expect(tabs.map(({ client }) => client.getState().isStale)).toEqual([true, true, true])
  expect(tabs.map((tab) => tab.shown()[0])).toEqual(Array(3).fill('authenticated'))

  await pass(1_000 + 2_000 + 4_000)
  expect(reads()).toBe(3)

  auth.answerAll('/session', undefined)
  await pass(60_000)
  expect(tabs.map(({ client }) => client.getState().isStale)).toEqual([false, false, false])
})

test('shows a sign-out in the other tabs, without a read', async () => {
  const [one, two, three] = [open(), open(), open()] as const
  await pass(1_000)
  reads()

  await one.client.signOut({ redirect: false })
  await pass(LINGER_MS)

  expect(one.shown()).toEqual(['unauthenticated', 'signed-out'])
  const other = ['unauthenticated', 'signed-out-in-other-tab', one.name]
  expect([two.shown(), three.shown()]).toEqual([other, other])
  await pass(10_000)
  expect(reads()).toBe(0)
})

test('shows a sign-in and an update in the other tabs, without a read of theirs', async () => {
  begin(null)
  const [one, two] = [open(), open()] as const
  await pass(1_000)
  reads()

  await one.client.signIn('credentials', { redirect: false, password: 'right' })
  await pass(LINGER_MS)
  expect(two.shown()).toEqual(['authenticated', 'signed-in-in-other-tab', one.name])
  expect(reads()).toBe(1)

  await two.client.update({ theme: 'dark' })
  await pass(LINGER_MS)
  expect(one.client.getState().data).toEqual({ ...ann(), theme: 'dark' })
  await pass(10_000)
  expect(reads()).toBe(0)
})

test('lets no answer of before the sign-out stand in any tab', async () => {
  const [one, two] = [open(), open()] as const
  await pass(10_000)
  const release = auth.hold('/session')
  two.page.turn('visible')
  await auth.settled(1)

  const signedOut = one.client.signOut({ redirect: false })
  await auth.settled(1)
  release()
  await signedOut
  await pass(LINGER_MS)

  expect([one.shown()[0], two.shown()[0]]).toEqual(['unauthenticated', 'unauthenticated'])
  expect(auth.requests.filter(({ aborted }) => aborted).map(({ path }) => path)).toEqual(['/session'])
})

test('shows the other tabs nothing of a sign-out that failed', async () => {
  const [one, two] = [open(), open()] as const
  await pass(1_000)
  reads()
  auth.answerAll('/signout', serverError)

  await one.client.signOut({ redirect: false })
  await pass(10_000)

  expect([one.shown()[0], two.shown()[0]]).toEqual(['authenticated', 'authenticated'])
  expect(JSON.parse(browser.storage.get(NAME) ?? '')).toMatchObject({ out: 0 })
  expect(reads()).toBe(0)
})

test('asks again what a call wants to know, and shows it everywhere', async () => {
  const [one, two] = [open(), open()] as const
  await pass(1_000)
  reads()
  auth.session = bob()

  await Promise.all([one.client.refetch(), pass(100)])

  expect(reads()).toBe(1)
  expect(two.shown()).toEqual(['authenticated', 'user-changed', one.name])
})

test('tells nothing of the session to a client of another name, which looks for itself', async () => {
  const [one, two] = [open({ channel: 'one' }), open({ channel: 'two' })] as const
  await pass(LINGER_MS)
  expect(reads()).toBe(2)

  await one.client.signOut({ redirect: false })
  await pass(LINGER_MS)

  expect(two.shown()).toEqual(['unauthenticated', 'signed-out-in-other-tab'])
  expect(reads()).toBe(1)
})
