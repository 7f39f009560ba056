import { getEventListeners } from 'node:events'
import { browserEnvironment } from 'sessionchart'
import { beforeEach, expect, test } from 'vitest'
import { type LateListener, listenToTabs } from '../../src/effects/listen-to-tabs'
import type { Tell } from '../../src/effects/scope'
import { runEffect } from './run-effect'

type Listener = Awaited<ReturnType<LateListener['loadTabs']>>

const NOW = 1_000
const environment = { ...browserEnvironment, now: () => NOW }
const unavailable = { type: 'tabs.unavailable', at: NOW }

let scope: AbortController
let asked: Array<{ tell: Tell; signal: AbortSignal }>
beforeEach(() => {
  scope = new AbortController()
  asked = []
})
const settled = () => new Promise((resolve) => setImmediate(resolve))
const tabs: Listener = { listen: (tell, signal) => void asked.push({ tell, signal }) }
const listen = (late: LateListener) => runEffect(listenToTabs(scope.signal, environment, late), {})
const loaded: LateListener = { tabs: () => tabs, loadTabs: () => Promise.reject(new Error('asked twice')) }
const lateBy = (loading: Promise<Listener>): LateListener => ({
  tabs: () => undefined,
  loadTabs: () => loading,
})

test('listens at once when what hears the others is there', async () => {
  const { told } = listen(loaded)
  expect(asked).toHaveLength(1)

  asked[0]?.tell('otherTab.began', { from: 'other', epoch: 7 })
  await settled()

  expect(told).toEqual([{ type: 'otherTab.began', at: NOW, from: 'other', epoch: 7 }])
})

test('listens as soon as it is loaded', async () => {
  let arrive = () => {}
  const loading = new Promise<Listener>((resolve) => {
    arrive = () => resolve(tabs)
  })
  const { told } = listen(lateBy(loading))
  await settled()
  expect(asked).toEqual([])

  arrive()
  await settled()
  expect(asked).toHaveLength(1)
  expect(told).toEqual([])
})

test('says that there are no tabs when it cannot be loaded, and when it is broken', async () => {
  const failing = listen(lateBy(Promise.reject(new Error('not loaded'))))
  const broken = listen(
    lateBy(
      Promise.resolve({
        listen() {
          throw new Error('broken')
        },
      }),
    ),
  )

  await settled()

  expect([failing.told, broken.told]).toEqual([[unavailable], [unavailable]])
})

test.for(['it is stopped', 'the client ends'])('hears nobody any more when %s', (how) => {
  const { stop } = listen(loaded)
  expect(asked[0]?.signal.aborted).toBe(false)

  if (how === 'it is stopped') stop()
  else scope.abort()

  expect(asked[0]?.signal.aborted).toBe(true)
})

test('does not begin to hear when it was stopped before it was loaded', async () => {
  const one = listen(lateBy(Promise.resolve(tabs)))
  const other = listen(lateBy(Promise.reject(new Error('not loaded'))))

  one.stop()
  other.stop()
  await settled()

  expect(asked.filter(({ signal }) => !signal.aborted)).toEqual([])
  expect([...one.told, ...other.told]).toEqual([])
  expect(getEventListeners(scope.signal, 'abort')).toEqual([])
})
