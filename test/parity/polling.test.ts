// @vitest-environment jsdom
import { compare, type ParityCase } from './harness/compare'
import { ann, bob, json, networkError } from './harness/fake-server'
import type { ProviderProps } from './harness/library'
import type { Page } from './harness/page'
import { listed, unlisted } from './harness/reasons'
import { get } from './harness/requests'

/** Lets so many seconds pass, and gives how many requests there were after each step. */
const waiting =
  (props: ProviderProps, ...seconds: number[]) =>
  async (page: Page) => {
    await page.mount(props)
    return wait(page, seconds)
  }
async function wait(page: Page, seconds: number[]) {
  const counts: number[] = []
  for (const step of seconds) {
    await page.advance(step)
    counts.push(page.server.requests.length)
  }
  return counts
}

const cases: ParityCase[] = [
  { name: 'reads at the interval', steps: waiting({ session: ann, refetchInterval: 10 }, 9, 1, 9, 1, 30) },
  {
    name: 'reads at an interval below a second',
    steps: waiting({ session: ann, refetchInterval: 0.5 }, 0.4, 0.1, 1),
  },
  { name: 'reads at the interval after the first read', steps: waiting({ refetchInterval: 10 }, 9, 1, 10) },
  { name: 'does not read without an interval', steps: waiting({ session: ann }, 3_600) },
  { name: 'does not read at an interval of 0', steps: waiting({ session: ann, refetchInterval: 0 }, 3_600) },
  { name: 'does not read while nobody is there', steps: waiting({ session: null, refetchInterval: 10 }, 60) },
  {
    name: 'shows what it reads and stops with the session',
    async steps(page) {
      await page.mount({ session: ann, refetchInterval: 10 })
      page.server.answer({ 'GET session': [json(bob), json(null)] })
      return wait(page, [10, 10, 60])
    },
  },
  {
    name: 'takes another interval',
    async steps(page) {
      await page.mount({ session: ann, refetchInterval: 10 })
      await page.advance(8)
      await page.mount({ session: ann, refetchInterval: 20 })
      return wait(page, [19, 1, 20])
    },
  },
  {
    name: 'stops when the interval is taken away',
    async steps(page) {
      await page.mount({ session: ann, refetchInterval: 10 })
      await page.advance(10)
      await page.mount({ session: ann })
      return wait(page, [60])
    },
  },
  {
    name: 'reads while offline',
    async steps(page) {
      await page.mount({ session: ann, refetchInterval: 10 })
      await page.goOffline()
      return wait(page, [10, 10])
    },
  },
  {
    name: 'does not read while offline, if told so',
    async steps(page) {
      await page.mount({ session: ann, refetchInterval: 10, refetchWhenOffline: false })
      await page.goOffline()
      return wait(page, [10, 60])
    },
  },
  {
    name: 'waits for the interval when back online',
    async steps(page) {
      await page.mount({ session: ann, refetchInterval: 10, refetchWhenOffline: false })
      await page.goOffline()
      await page.goOnline()
      return wait(page, [9, 1])
    },
    differs: {
      because: unlisted.reconnect,
      theirs: { result: [0, 1] },
      ours: { result: [1, 2], requests: [get('session'), get('session')] },
    },
  },
  {
    name: 'signs out when a poll fails',
    async steps(page) {
      await page.mount({ session: ann, refetchInterval: 10 })
      page.server.answer({ 'GET session': [networkError, json(ann)] })
      await page.advance(10)
    },
    differs: {
      because: listed.keeps,
      theirs: { shown: ['authenticated: Ann', 'unauthenticated: null'] },
      ours: { shown: ['authenticated: Ann'] },
    },
  },
  {
    name: 'sends another poll while one waits for its answer',
    async steps(page) {
      await page.mount({ session: ann, refetchInterval: 5 })
      page.server.answer({ 'GET session': ['hang', json(ann)] })
      return wait(page, [5, 5])
    },
    differs: {
      because: listed.once,
      theirs: { result: [1, 2] },
      ours: { result: [1, 1], requests: [get('session')] },
    },
  },
]

compare('v5', cases)
compare('v4', cases)
