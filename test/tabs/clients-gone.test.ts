import { beforeEach, expect, test } from 'vitest'
import { type Clients, createClients } from './clients'
import { NAME } from './turns'

const PATIENCE_MS = 17_000
const JITTER_MS = 2_000
const LINGER_MS = 25

let { auth, browser, open, reads, pass } = {} as Clients
beforeEach(() => {
  ;({ auth, browser, open, reads, pass } = createClients())
})

test('leaves nothing behind when it is stopped', async () => {
  const tabs = [open({ refetchInterval: 60 }), open({ refetchInterval: 60 }), open()]
  await pass(1_000)
  await tabs[0]?.client.update({ theme: 'dark' })
  expect(tabs.map((tab) => tab.held().length > 0)).toEqual([true, true, true])

  for (const { client } of tabs) client.stop()
  await auth.settled()

  expect(tabs.flatMap((tab) => tab.held())).toEqual([])
  expect(browser.clock.timers()).toEqual([])
})

test('leaves nothing behind when it is stopped while tabs wait for their turn', async () => {
  auth.hold('/session')
  const tabs = [open(), open(), open()]
  await auth.settled(1)
  expect(
    tabs.map((tab) => tab.held().filter((what) => what.includes('lock') || what.includes('queue'))),
  ).toEqual([['lock'], ['place in the queue'], ['place in the queue']])

  for (const { client } of tabs) client.stop()
  await auth.settled()

  expect(tabs.flatMap((tab) => tab.held())).toEqual([])
  expect(browser.clock.timers()).toEqual([])
})

test('gives its turn to the next when it is stopped while it reads', async () => {
  const release = auth.hold('/session')
  const [one, two] = [open(), open()] as const
  await auth.settled(1)

  one.client.stop()
  release()
  await pass(0)

  expect(two.shown()).toEqual(['authenticated', 'server'])
})

test('is waited for no longer than a request takes when it is stopped while it signs out', async () => {
  const [one, two] = [open(), open()] as const
  await pass(10_000)
  auth.hold('/signout')
  const signedOut = one.client.signOut({ redirect: false })
  await auth.settled(1)
  reads()
  const refetched = two.client.refetch()

  one.client.stop()
  await pass(PATIENCE_MS)

  expect((await signedOut)?.result).toMatchObject({ type: 'failed' })
  expect(await refetched).toMatchObject({ status: 'authenticated', isStale: false })
  expect(reads()).toBe(1)
})

test('reads in the next tab when the one that reads is killed', async () => {
  const release = auth.hold('/session')
  const [one, two] = [open(), open()] as const
  await auth.settled(1)

  one.process.close()
  await auth.settled(2)
  release()
  await pass(LINGER_MS)

  expect(two.shown()).toEqual(['authenticated', 'server'])
})

test('takes the turn of a tab that hangs, after the time of a request and a bit', async () => {
  const hanging = browser.openTab()
  const request = hanging.environment.requestLock(NAME, {}, () => new Promise(() => {}))
  const robbed = expect(request).rejects.toThrow('stolen')
  const { shown } = open()
  await pass(PATIENCE_MS - 1)
  expect([reads(), shown()]).toEqual([0, ['loading', 'starting']])

  await pass(JITTER_MS)

  expect([reads(), shown()]).toEqual([1, ['authenticated', 'server']])
  await robbed
})
