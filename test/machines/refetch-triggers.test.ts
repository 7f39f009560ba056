import { type RefetchTrigger, refetchTriggers, sessionMachine } from 'sessionchart/machines'
import { describe, expect, test } from 'vitest'
import { transitionsOf } from '../../src/testing/coverage/machine-transitions'
import { type Happening, proceed, take } from './chart'
import { call, ends, fact, refetch } from './events'
import { dead, LATER, type SessionSnapshot, signedIn } from './fixtures'
import {
  idle,
  idleOffline,
  reading,
  readingOffline,
  signingIn,
  updating,
  waiting,
  waitingOffline,
} from './situations'

// What every reason to read does in each of the situations in which it may come:
//   asks    a read goes out
//   again   the read that is out is aborted, and another one goes out
//   later   a read goes out as soon as the lane is free, unless what frees it has an answer that will do
//   online  nothing yet: a read goes out when the network is back, however new the last answer is
//   passes  nothing: the request that is out will do, or it is no time to ask
const MATRIX = `
trigger            | idle | idle, offline | reading | reading, offline | waiting | waiting, offline | updating | lent
mount              | asks | asks          | passes  | passes           | passes  | passes           | passes   | passes
poll               | asks | asks          | passes  | passes           | passes  | passes           | passes   | passes
focus              | asks | passes        | passes  | passes           | passes  | passes           | passes   | later
reconnect          | asks | asks          | passes  | passes           | asks    | asks             | passes   | later
restored           | asks | online        | passes  | passes           | asks    | passes           | passes   | later
stayed             | asks | online        | passes  | passes           | asks    | passes           | passes   | later
expiry             | asks | online        | passes  | passes           | passes  | passes           | passes   | later
retry              | asks | asks          | passes  | passes           | asks    | asks             | passes   | passes
navigation         | asks | online        | again   | online           | passes  | passes           | later    | later
other-tab          | asks | online        | later   | online           | passes  | passes           | later    | later
prop               | asks | online        | again   | online           | passes  | passes           | later    | later
other-tab-sign-out | asks | asks          | again   | again            | asks    | asks             | later    | later
other-tab-silent   | asks | asks          | passes  | passes           | asks    | asks             | passes   | later
conflict           | asks | asks          | again   | again            | asks    | asks             | later    | later
call               | asks | asks          | again   | again            | asks    | asks             | later    | later
`
const [[, ...situationNames] = [], ...rows] = MATRIX.trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))

const situations: Record<string, SessionSnapshot> = {
  idle,
  'idle, offline': idleOffline,
  reading,
  'reading, offline': readingOffline,
  waiting,
  'waiting, offline': waitingOffline,
  updating,
  lent: signingIn,
}

/** How the request that has the lane ends. */
const release: Record<string, Happening> = {
  reading: ends('readSession', signedIn()),
  'reading, offline': ends('readSession', signedIn()),
  updating: ends('updateSession', signedIn()),
  lent: ends('signIn', { type: 'failed', failure: dead }),
}

function check(given: SessionSnapshot, event: ReturnType<typeof refetch>, outcome: string, end?: Happening) {
  const { snapshot, started, stopped, emitted } = take(given, event)
  expect(emitted).toEqual([])
  if (outcome === 'asks' || outcome === 'again') {
    const { trigger } = Object(event)
    expect(snapshot.value).toEqual({ ...given.value, request: { reading: 'asking' } })
    expect(snapshot.context).toMatchObject({ trigger })
    expect(started).toEqual([['readSession', { trigger }]])
    expect(stopped.includes('readSession')).toBe(outcome === 'again')
    return
  }
  expect(snapshot.value).toEqual(given.value)
  expect(started).toEqual([])
  expect(stopped).toEqual([])
  if (outcome === 'online') {
    // A read that is out is answered, and just now.
    const answer = ends('readSession', signedIn(undefined, LATER))
    const isOut = given.matches({ request: { reading: 'asking' } })
    const after = isOut ? proceed(snapshot, answer) : proceed(given, call('r0', LATER), answer, event)
    const back = take(after, fact('network.restored', LATER))
    expect(back.started).toEqual([['readSession', { trigger: Object(event).trigger }]])
  }
  const next = outcome === 'later' ? { reading: 'asking' } : 'idle'
  if (end) expect(proceed(snapshot, end).value.request).toEqual(next)
}

for (const [trigger = '', ...outcomes] of rows) {
  describe(trigger, () => {
    for (const [index, outcome] of outcomes.entries()) {
      const situation = situationNames[index] ?? ''
      test(`${outcome} when ${situation}`, () => {
        const given = situations[situation]
        expect(given).toBeDefined()
        const event = trigger === 'call' ? call('r1') : refetch(trigger as RefetchTrigger)
        check(given as SessionSnapshot, event, outcome, release[situation])
      })
    }
  })
}

test('every trigger has its row, and every situation its column', () => {
  expect(rows.map(([trigger]) => trigger).sort()).toEqual(Object.keys(refetchTriggers).sort())
  expect(situationNames).toEqual(Object.keys(situations))
})

/** What the chart says is a reason to read, and which one. */
const reasons = transitionsOf(sessionMachine).flatMap(({ eventType, actions }) =>
  actions
    .filter((action) => Object(action).type === 'refetch')
    .map((action) => [
      eventType.replace(/^xstate\.done\.actor\..*session\./, 'done: '),
      Object(action).params,
    ]),
)

test('every fact that is a reason to read names its trigger', () => {
  expect(reasons).toHaveLength(20)
  expect(Object.fromEntries(reasons)).toEqual({
    'session.provided': { trigger: 'prop' },
    'done: polling.waiting': { trigger: 'poll' },
    'done: lifetime.expiring': { trigger: 'expiry' },
    'settings.changed': { trigger: 'navigation' },
    'network.restored': { trigger: 'reconnect' },
    'tab.becameVisible': { trigger: 'focus' },
    'page.restored': { trigger: 'restored' },
    'done: operation.signingIn.asking': { trigger: 'conflict' },
    'done: operation.signingOut.asking': { trigger: 'conflict' },
    'tabs.joined': { trigger: 'restored' },
    'otherTab.changed': { trigger: 'other-tab' },
    'otherTab.answered': { trigger: 'other-tab-silent' },
    'otherTab.began': { trigger: 'other-tab' },
    'otherTab.ended': { trigger: 'other-tab' },
    'otherTab.signedOut': { trigger: 'other-tab-sign-out' },
  })
})

describe('a call that waits', () => {
  for (const [name, given] of Object.entries(situations)) {
    test(`is remembered when ${name}, and answered once`, () => {
      const called = take(given, call('r9')).snapshot
      expect(called.context.readers).toEqual(['r9'])

      const end = given.matches({ request: 'reading' }) ? undefined : release[name]
      const asked = end ? proceed(called, end) : called
      const { snapshot, emitted } = take(asked, ends('readSession', signedIn()))
      expect(emitted).toContainEqual({ type: 'settled', ids: ['r9'], failure: null })
      expect(snapshot.context.readers).toEqual([])
    })
  }
})

test('nobody waits for a read that nobody has called for', () => {
  for (const trigger of Object.keys(refetchTriggers) as RefetchTrigger[]) {
    expect(take(idle, refetch(trigger)).snapshot.context.readers).toEqual([])
  }
})
