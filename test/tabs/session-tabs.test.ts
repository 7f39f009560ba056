import type { Channel, Environment } from 'sessionchart'
import { beforeEach, expect, test } from 'vitest'
import { openSessionTabs } from '../../src/tabs/session-tabs'
import type { TabMessage, TabNews } from '../../src/tabs/tab-message'
import { wholeEnvironment } from '../support/whole-environment'
import { createFakeChannels } from './fake-channels'

const platform: Environment = wholeEnvironment
let environment: Environment
beforeEach(() => {
  environment = { ...platform, ...createFakeChannels() }
})
const ended: TabNews = { kind: 'ended', epoch: 7 }
const answered: TabNews = {
  kind: 'answered',
  epoch: 7,
  stamp: 8,
  session: { user: { name: 'Ann' } },
  expiresAt: null,
  tookMs: 0,
  why: 'sign-in',
}
const delivered = () => new Promise((resolve) => setImmediate(resolve))

function open(id: string, name = 'sessionchart:test') {
  const heard: TabMessage[] = []
  const tabs = openSessionTabs(environment, name, id, (message) => heard.push(message))
  if (!tabs) throw new Error('There are no channels.')
  return { ...tabs, heard }
}

test('is heard by the others, and not by itself', async () => {
  const [one, two, three] = [open('one'), open('two'), open('three')]

  one.post(answered)
  await delivered()

  expect(one.heard).toEqual([])
  expect(two.heard).toEqual([{ ...answered, v: 1, from: 'one' }])
  expect(three.heard).toEqual(two.heard)
})

test('hears in the order in which was posted', async () => {
  const [one, two] = [open('one'), open('two')]

  one.post({ kind: 'began', epoch: 7, op: 'sign-in' })
  one.post(answered)
  one.post(ended)
  await delivered()

  expect(two.heard.map(({ kind }) => kind)).toEqual(['began', 'answered', 'ended'])
})

test('is not heard by clients of other endpoints', async () => {
  const [one, two] = [open('one'), open('two', 'sessionchart:other')]

  one.post(ended)
  await delivered()

  expect(two.heard).toEqual([])
})

test('hears nothing that is no message, and nothing from its own id', async () => {
  const [one, two] = [open('one'), open('same')]
  const twin = open('same')
  const script = environment.openChannel('sessionchart:test', () => {})

  script?.post({ ...ended, v: 2, from: 'script' })
  script?.post('ended')
  twin.post(ended)
  await delivered()
  script?.close()

  expect(two.heard).toEqual([])
  expect(one.heard).toEqual([{ ...ended, v: 1, from: 'same' }])
})

test('hears and says nothing when it is closed', async () => {
  const [one, two] = [open('one'), open('two')]

  one.post(ended)
  two.close()
  two.close()
  two.post(ended)
  await delivered()

  expect(one.heard).toEqual([])
  expect(two.heard).toEqual([])
})

test('keeps to itself a session that cannot be copied', async () => {
  const [one, two] = [open('one'), open('two')]

  one.post({ ...answered, session: { greet: () => 'hello' } })
  one.post(ended)
  await delivered()

  expect(two.heard).toEqual([{ ...ended, v: 1, from: 'one' }])
})

test('says under its own name only', () => {
  const said: unknown[] = []
  const channel: Channel = { post: (message) => said.push(message), close() {} }
  const tabs = openSessionTabs({ ...environment, openChannel: () => channel }, 'name', 'one', () => {})

  tabs?.post({ ...ended, v: 2, from: 'two' } as TabNews)

  expect(said).toEqual([{ ...ended, v: 1, from: 'one' }])
})

test('works with the channels of the platform', async () => {
  const openChannel: Environment['openChannel'] = (name, hear) => {
    const channel = platform.openChannel(name, hear)
    return channel && { ...channel, reachesThreads: false }
  }
  environment = { ...platform, openChannel }
  const [one, two] = [open('one'), open('two')]

  one.post(answered)
  await expect.poll(() => two.heard).toEqual([{ ...answered, v: 1, from: 'one' }])

  one.post(ended)
  one.post({ ...answered, session: { greet: () => 'hello' } })
  one.close()
  two.close()
  expect(() => one.post(ended)).not.toThrow()
  expect(one.heard).toEqual([])
})

test('is not there in Node, whose channels reach the tests of other threads', () => {
  const tabs = openSessionTabs(platform, 'name', 'one', () => {})

  expect(tabs).toBeNull()
})

test('is not there where the platform has no channels', () => {
  const tabs = openSessionTabs({ ...environment, openChannel: () => null }, 'name', 'one', () => {})

  expect(tabs).toBeNull()
})
