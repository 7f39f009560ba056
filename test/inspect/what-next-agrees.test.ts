import { type PossibilityName, type Verdict, whatNext } from 'sessionchart/inspect'
import { expect, test } from 'vitest'
import { type Happening, type Step, takeWithTabs } from '../machines/chart'
import { call, configure, elapses, fact, provide, rings, signIn, signOut, update } from '../machines/events'
import { bob, pollingOnline, type SessionSnapshot, start, THEN } from '../machines/fixtures'
import * as situation from '../machines/situations'
import { awaited, broken, fromOutside } from '../machines/walk/possibilities'
import { randomNumbers } from '../machines/walk/random'

const WALKS = 60
const EVENTS = 40
const ANOTHER = { ...bob, user: { name: 'Eve', email: 'eve@example.com' } }

/** Snapshots as they come about when anything may happen. */
function* walk(seed: number): Generator<[snapshot: SessionSnapshot, at: number]> {
  const keyed = { ...pollingOnline, refetchKey: '/here' }
  let snapshot = seed % 2 ? situation.navigated : start({ session: bob, settings: keyed }).snapshot
  let at = THEN
  const numbers = randomNumbers(seed, EVENTS * 3)
  for (let index = 0; index < numbers.length; index += 3) {
    const [source = 0, choice = 0, pause = 0] = numbers.slice(index, index + 3)
    at += Math.round(pause ** 3 * 40_000)
    const inside = source < 0.03 ? broken(snapshot, at) : source < 0.5 ? awaited(snapshot, at) : []
    const all = inside.length > 0 ? inside : fromOutside(snapshot, at, `c${index}`)
    snapshot = takeWithTabs(snapshot, all[Math.floor(choice * all.length)]?.happening as Happening).snapshot
    yield [snapshot, at]
  }
}

const happenings: Record<PossibilityName, (snapshot: SessionSnapshot, at: number) => Happening | null> = {
  poll: (snapshot, at) => (snapshot.matches({ polling: 'waiting' }) ? rings('polling', at) : null),
  retry: (snapshot, at) =>
    snapshot.matches({ request: { waiting: 'counting' } })
      ? rings('request', at)
      : snapshot.matches({ request: { waiting: 'paused' } })
        ? elapses('offlineRetry')
        : null,
  expiry: () => null,
  focus: (_, at) => fact('tab.becameVisible', at),
  reconnect: (_, at) => fact('network.restored', at),
  restored: (_, at) => fact('page.restored', at),
  'other-tab': (_, at) => fact('otherTab.changed', at),
  navigation: ({ context: { settings } }, at) =>
    settings.refetchKey === null ? null : configure({ ...settings, refetchKey: '/unseen' }, at),
  prop: (_, at) => provide(ANOTHER, at),
  call: (_, at) => call('try', at),
  update: (_, at) => update('try', at),
  'sign-in': (_, at) => signIn('try', 'never', at),
  'sign-out': (_, at) => signOut('try', 'never', at),
}

const REQUESTS = ['takeTurn', 'readSession', 'updateSession', 'signIn', 'signOut']
const asks = (step: Step<SessionSnapshot>) => step.started.some(([effect]) => REQUESTS.includes(effect))
const waiting = ({ context: { readers, later, updates } }: SessionSnapshot) =>
  [...readers, ...later, ...updates].join()
const lane = ({ value }: SessionSnapshot) => JSON.stringify(value.request)

/** A sign-in or sign-out does, which may be what makes the update begin. */
const waitsForUpdate = (snapshot: SessionSnapshot) =>
  snapshot.matches({ request: 'updating' }) &&
  (snapshot.matches({ operation: { signingIn: 'queued' } }) ||
    snapshot.matches({ operation: { signingOut: 'queued' } }))

/** Whether a verdict is what has come of it. */
const holds: Record<Verdict, (before: SessionSnapshot, step: Step<SessionSnapshot>) => boolean> = {
  will: (_, step) => asks(step),
  may: (_, step) => asks(step),
  joins: (before, step) =>
    !asks(step) &&
    before.hasTag('fetching') &&
    lane(before) === lane(step.snapshot) &&
    !step.stopped.some((effect) => REQUESTS.includes(effect)),
  waits: (before, step) =>
    (!asks(step) &&
      (waiting(before) !== waiting(step.snapshot) ||
        step.snapshot.context.wish !== null ||
        step.snapshot.matches({ request: 'waiting' }) ||
        step.snapshot.matches({ request: 'resting' }))) ||
    waitsForUpdate(step.snapshot),
  no: (before, step) =>
    !asks(step) &&
    waiting(before) === waiting(step.snapshot) &&
    // A page that is to be left and is back stays: its lane is free again, and its sign-out answers what has waited.
    (before.hasTag('leaving') ||
      (lane(before) === lane(step.snapshot) && before.context.wish === step.snapshot.context.wish)),
}

const reads = ['focus', 'reconnect', 'restored', 'other-tab', 'navigation', 'prop']
/** What a walk must come by, for the test to say something. */
const expected = [
  ...reads.flatMap((name) => ['may', 'waits'].map((verdict) => `${name} ${verdict}`)),
  // What a tab with next-auth says needs a newer answer than that of a read that is out, and does not interrupt it.
  ...reads.filter((name) => name !== 'other-tab').map((name) => `${name} joins`),
  // Another page is shown when it is: it is asked for sooner or later.
  ...reads.filter((name) => name !== 'navigation').map((name) => `${name} no`),
  ...['poll will', 'poll joins', 'poll no', 'retry will', 'call may', 'call joins', 'call waits'],
  ...['update may', 'update waits', 'sign-in may', 'sign-in waits', 'sign-in no', 'sign-out no'],
]

test('every verdict is what the chart does, wherever it has got to', { timeout: 180_000 }, () => {
  const wrong: string[] = []
  const seen = new Set<string>()
  for (let seed = 1; seed <= WALKS; seed++) {
    for (const [snapshot, at] of walk(seed)) {
      for (const { name, verdict } of whatNext(snapshot, at)) {
        const happening = happenings[name](snapshot, at)
        if (!happening) continue
        const step = takeWithTabs(snapshot, happening)
        seen.add(`${name} ${verdict}`)
        if (!holds[verdict](snapshot, step)) wrong.push(`${seed}: ${name} ${verdict} in ${lane(snapshot)}`)
      }
    }
  }
  expect(wrong).toEqual([])
  expect(expected.filter((verdict) => !seen.has(verdict))).toEqual([])
})
