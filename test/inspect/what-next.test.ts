import { SessionOptionError } from 'sessionchart'
import { type PossibilityName, whatNext } from 'sessionchart/inspect'
import { type SessionEvent, sessionMachine, type TurnInput } from 'sessionchart/machines/session'
import { describe, expect, test, vi } from 'vitest'
import { createActor, fromCallback } from 'xstate'
import { createTestClient } from '../client/test-client'
import { proceed, takeWithTabs } from '../machines/chart'
import { ends, fact, otherBegan, throws, turn, update } from '../machines/events'
import {
  ANN,
  END,
  fault,
  LATER,
  NOW,
  polling,
  type SessionSnapshot,
  seed,
  start,
  THEN,
  unknown,
} from '../machines/fixtures'
import * as situation from '../machines/situations'

const look = (snapshot: SessionSnapshot, name: PossibilityName, at = THEN) =>
  whatNext(snapshot, at).find((possibility) => possibility.name === name)
const withSettings = (settings: Partial<typeof polling>) =>
  start({ session: situation.idle.context.data ?? null, settings: { ...polling, ...settings } }).snapshot

test('gives an entry for each name, always in the same order', () => {
  const names = whatNext(situation.idle, THEN).map(({ name }) => name)
  expect(names).toEqual(whatNext(situation.departed, THEN).map(({ name }) => name))
  expect(new Set(names).size).toBe(13)
})

describe('a tab that comes to the front', () => {
  test('asks', () => {
    expect(look(situation.idle, 'focus')).toEqual({
      name: 'focus',
      verdict: 'may',
      reason: 'Asks the server.',
    })
  })

  test('is throttled after an answer', () => {
    expect(look(situation.answered, 'focus', THEN + 1_800)).toEqual({
      name: 'focus',
      verdict: 'no',
      dueAt: THEN + 5_000,
      reason: 'Throttled for 3.2 s: the last answer is new enough.',
    })
  })

  test('is throttled no longer than that', () => {
    expect(look(situation.answered, 'focus', THEN + 4_999)?.reason).toContain('Throttled for 0.1 s')
    expect(look(situation.answered, 'focus', THEN + 5_000)?.verdict).toBe('may')
  })

  test('asks nobody offline', () => {
    expect(look(situation.idleOffline, 'focus')).toMatchObject({
      verdict: 'no',
      reason: 'Offline: it is asked when the network is back.',
    })
  })

  test('asks nobody if the app does not want that', () => {
    expect(look(withSettings({ refetchOnWindowFocus: false }), 'focus')).toMatchObject({
      verdict: 'no',
      reason: 'refetchOnWindowFocus is false.',
    })
  })

  test('joins a read that waits for another tab', () => {
    const queued = sessionMachine.resolveState({
      value: { ...situation.reading.value, request: { reading: 'queued' } },
      context: situation.reading.context,
    })
    expect(look(queued, 'focus')).toMatchObject({
      verdict: 'joins',
      reason: 'Joins what is under way: a read waits until no other tab asks.',
    })
  })

  test('waits for the next try after a failure', () => {
    const waiting = proceed(situation.reading, ends('readSession', unknown(THEN)))
    expect(look(waiting, 'focus', THEN + 250)).toMatchObject({
      verdict: 'waits',
      dueAt: THEN + 1_000,
      reason: 'Waits: the last request failed (no answer), and is tried again in 0.8 s.',
    })
  })

  test('joins what another tab is asked', () => {
    const queued = takeWithTabs(situation.loading, fact('turn.lost')).snapshot
    const inquiring = takeWithTabs(queued, turn({ readAt: LATER - 100 })).snapshot

    expect(look(inquiring, 'focus')).toMatchObject({
      verdict: 'joins',
      reason: 'Joins what is under way: another tab was answered a moment ago, and is asked what it knows.',
    })
  })

  test('waits while another tab changes who is signed in', () => {
    expect(look(proceed(situation.idle, otherBegan(THEN)), 'focus')).toMatchObject({
      verdict: 'waits',
      reason: 'Waits: another tab is changing who is signed in.',
    })
  })

  test('has been left, and is not back', () => {
    expect(look(situation.suspended, 'focus')?.reason).toBe('The page was left, and is not back.')
  })
})

describe('a reason that can wait', () => {
  test('waits until the last one is a few seconds old', () => {
    expect(look(situation.resting, 'navigation', THEN + 4_000)).toEqual({
      name: 'navigation',
      verdict: 'waits',
      dueAt: THEN + 5_000,
      reason: 'Throttled for 1.0 s: it was asked for a reason like this a moment ago.',
    })
  })

  test('is none without a refetchKey', () => {
    expect(look(situation.idle, 'navigation')?.reason).toBe('No refetchKey is given.')
  })
})

describe('a poll', () => {
  test.each([
    ['comes in time', situation.pollingWaiting, 'will', NOW + 10_000, 'Asks the server.'],
    [
      'is paused offline',
      situation.pollingPaused,
      'waits',
      NOW + 10_000,
      'Offline, and refetchWhenOffline is false: a poll that falls due is made up for.',
    ],
    ['is off without an interval', situation.idle, 'no', undefined, 'No refetchInterval is set.'],
    [
      'is off while nobody is signed in',
      start({ session: null, settings: polling }).snapshot,
      'no',
      undefined,
      'Nobody is signed in.',
    ],
  ])('%s', (_, snapshot, verdict, dueAt, reason) => {
    expect(look(snapshot, 'poll')).toEqual({ name: 'poll', verdict, ...(dueAt && { dueAt }), reason })
  })

  test('is passed over while the page is being left', () => {
    const leaving = proceed(situation.pollingWaiting, { type: 'session.leave', at: THEN, id: 'l1' })
    expect(look(leaving, 'poll')).toEqual({
      name: 'poll',
      verdict: 'no',
      dueAt: NOW + 10_000,
      reason: 'Is passed over, for it comes again: the page is being left.',
    })
  })
})

describe('another try', () => {
  test.each([
    ['needs a failure', situation.idle, 'no', 'The last request did not fail.'],
    ['comes in time', situation.waiting, 'will', 'The last request failed (no answer): it is tried again.'],
    [
      'comes once a minute offline',
      situation.waitingOffline,
      'will',
      'The last request failed (no answer). Offline: it is tried once a minute, and at once when the network is back.',
    ],
    [
      'is under way',
      proceed(situation.waiting, update('u1')),
      'joins',
      'The last request failed (no answer), and an update is out.',
    ],
    [
      'waits for a page that is being left',
      proceed(situation.waiting, { type: 'session.leave', at: THEN, id: 'l1' }),
      'waits',
      'The last request failed (no answer), and the page is being left.',
    ],
  ])('%s', (_, snapshot, verdict, reason) => {
    expect(look(snapshot, 'retry')).toMatchObject({ verdict, reason })
  })
})

test('another try is not put off by a clock that was set back', () => {
  expect(look(situation.waiting, 'retry', NOW - 3_600_000)?.dueAt).toBe(NOW - 3_600_000 + 1_000)
})

describe('the end of the session', () => {
  const asked = 'The server is asked whether the session goes on. Without an answer in a few seconds it ends.'
  test.each([
    ['is asked about', situation.idle, END + 1_000, asked],
    ['is asked about when it is near', situation.expiring, END + 1_000, asked],
    ['comes unasked offline', situation.idleOffline, END + 1_000, 'It ends unasked: offline.'],
    [
      'comes unasked if the app wants that',
      withSettings({ asksAtExpiry: false }),
      END + 1_000,
      "It ends unasked: atExpiry is 'end'.",
    ],
    [
      'is being asked about',
      situation.confirming,
      END + 5_000,
      'The server is asked whether the session goes on. Without an answer it ends.',
    ],
  ])('%s', (_, snapshot, dueAt, reason) => {
    expect(look(snapshot, 'expiry')).toEqual({ name: 'expiry', verdict: 'will', dueAt, reason })
  })

  test('is none while nobody is signed in', () => {
    expect(look(situation.signedOutIdle, 'expiry')).toMatchObject({
      verdict: 'no',
      reason: 'Nobody is signed in.',
    })
  })

  test('is not known of every session', () => {
    const endless = start({ session: { user: {} } }).snapshot
    expect(look(endless, 'expiry')?.reason).toBe('Nothing is known of an end.')
  })
})

describe('calls', () => {
  test.each([
    ['sign-in', situation.idle, 'may', 'Begins at once.'],
    ['sign-in', situation.updating, 'waits', 'Waits: an update is out.'],
    ['sign-in', situation.signingOut, 'no', 'One at a time: a sign-out is under way.'],
    ['sign-out', situation.signingIn, 'no', 'One at a time: a sign-in is under way.'],
    ['sign-out', situation.departing, 'no', 'One at a time: the page is being left.'],
    ['sign-out', situation.departed, 'may', 'Begins at once.'],
    ['update', situation.idle, 'may', 'Asks the server.'],
    ['update', situation.reading, 'may', 'Takes the place of the read that is under way.'],
    ['update', situation.signingIn, 'waits', 'Waits: a sign-in is under way.'],
    ['call', situation.reading, 'may', 'Aborts the read that is out, and asks anew.'],
    ['call', situation.waiting, 'may', 'Ends the pause after the failure, and asks.'],
    ['call', situation.updating, 'waits', 'Waits: an update is out.'],
    [
      'call',
      situation.readingForMany,
      'waits',
      'So many calls wait for the read that is out that the next one answers this.',
    ],
  ] as const)('%s: %#', (name, snapshot, verdict, reason) => {
    expect(look(snapshot, name)).toEqual({ name, verdict, reason })
  })
})

test.each([
  ['reconnect', situation.idle, 'The network is not lost.'],
  ['restored', situation.idle, 'The page was not left.'],
  ['other-tab', situation.suspended, 'The page was left: what other tabs say is not heard.'],
  [
    'other-tab',
    proceed(situation.idle, fact('tabs.unavailable')),
    'The browser has no way to hear other tabs.',
  ],
  ['prop', withSettings({ ignoresPropChanges: true }), 'The option ignoreSessionPropChanges is set.'],
] as const)('%s is no reason to read: %#', (name, snapshot, reason) => {
  expect(look(snapshot, name)).toEqual({ name, verdict: 'no', reason })
})

test('a page that is back asks what had to wait, whoever watches whether it is shown', () => {
  const unwatched = proceed(situation.suspended, throws('watchVisibility', fault))
  expect(look(unwatched, 'restored')).toEqual({
    name: 'restored',
    verdict: 'may',
    reason: 'Asks the server.',
  })
})

test('says nothing of who is signed in', () => {
  const said = Object.values(situation).flatMap((each) => ('value' in each ? whatNext(each, THEN) : []))
  expect(said.length).toBeGreaterThan(300)
  expect(JSON.stringify(said)).not.toMatch(new RegExp(`${ANN}|The network is dead|/session`))
})

test('refuses a time that is none', () => {
  expect(() => whatNext(situation.idle, Number.NaN)).toThrow(SessionOptionError)
})

describe('a running client', () => {
  test('has no part in it', async () => {
    const { client, auth, asked } = createTestClient()
    client.start()
    const letGo = auth.hold('/session')
    await auth.settled(1)
    const before = client.actor.getSnapshot()
    const [children, requests] = [{ ...before.children }, asked()]

    whatNext(before, THEN)
    await auth.settled(1)

    expect(client.actor.getSnapshot()).toBe(before)
    expect({ ...before.children }).toEqual(children)
    expect(Object.values(children).map((child) => child?.getSnapshot().status)).not.toContain('stopped')
    expect(asked()).toEqual(requests)
    letGo()
    await auth.settled()
    expect(client.getState().status).toBe('authenticated')
  })

  test('is not asked to make its effects, not even idle ones', () => {
    const takeTurn = fromCallback<SessionEvent, TurnInput>(() => {})
    const make = vi.spyOn(takeTurn, 'getInitialSnapshot')
    const actor = createActor(sessionMachine.provide({ actors: { takeTurn } }), {
      input: { at: NOW, tabId: 'own', settings: polling, memory: seed(null) },
    })
    make.mockClear()

    whatNext(actor.getSnapshot(), THEN)

    expect(make).not.toHaveBeenCalled()
    proceed(actor.getSnapshot(), fact('tab.becameVisible'))
    expect(make).toHaveBeenCalled()
  })

  test('is told from one that was stopped', () => {
    const { client } = createTestClient({ session: null })
    client.start()
    const { actor } = client
    client.stop()
    const verdicts = whatNext(actor.getSnapshot(), THEN).map(({ verdict, reason }) => `${verdict}: ${reason}`)
    expect(new Set(verdicts)).toEqual(new Set(['no: The client does not run.']))
  })
})
