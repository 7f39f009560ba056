import { describe, expect, test } from 'vitest'
import { type Happening, proceed, running, take } from './chart'
import { call, elapses, ends, fact, provide, refetch, rings, signIn, signOut, throws, update } from './events'
import {
  ann,
  bob,
  dead,
  fault,
  type SessionSnapshot,
  signedIn,
  signedOut,
  start,
  THEN,
  unknown,
} from './fixtures'
import {
  departed,
  departing,
  idle,
  loading,
  reading,
  readingForCalls,
  readingForMore,
  signingIn,
  unreachable,
  updating,
  updatingForOthers,
  waiting,
} from './situations'

/** The calls that are settled on the way through all of this, in order. */
function settledBy(given: SessionSnapshot, ...happenings: Happening[]): string[] {
  const settled: string[] = []
  let snapshot = given
  for (const happening of happenings) {
    const step = take(snapshot, happening)
    snapshot = step.snapshot
    for (const event of step.emitted) if (event.type === 'settled') settled.push(...event.ids)
  }
  expect(snapshot.context).toMatchObject({ readers: [], later: [], updates: [] })
  return settled
}

describe('every call is settled once', () => {
  test('when its read is aborted again and again', () => {
    expect(
      settledBy(
        readingForCalls,
        provide(bob),
        fact('otherTab.signedOut'),
        call('r3'),
        update('u1'),
        ends('updateSession', signedIn()),
        signIn('s1'),
        ends('signIn', { type: 'failed', failure: dead }),
        ends('readSession', unknown()),
      ),
    ).toEqual(['u1', 's1', 'r1', 'r2', 'r3'])
  })

  test('when calls, updates and a sign-out come during the first read', () => {
    expect(
      settledBy(
        loading,
        call('r1'),
        signOut('s1'),
        update('u1'),
        update('u2'),
        call('r2'),
        ends('signOut', { type: 'signed-out', at: THEN }),
        ends('updateSession', signedOut()),
        ends('updateSession', unknown()),
        ends('readSession', signedOut()),
      ),
    ).toEqual(['s1', 'u1', 'u2', 'r1', 'r2'])
  })

  test('when they queue behind an update', () => {
    expect(
      settledBy(
        updatingForOthers,
        signIn('s1'),
        signIn('s2'),
        ends('updateSession', signedIn()),
        ends('updateSession', signedIn()),
        ends('signIn', { type: 'answered', answer: signedIn(bob) }),
        ends('readSession', signedIn(bob)),
      ),
    ).toEqual(['s2', 'u1', 'u2', 's1', 'r1'])
  })

  test('when more call than a read is begun anew for, and other things come between', () => {
    const first = Array.from({ length: 8 }, (_, index) => `m${index + 1}`)
    expect(
      settledBy(
        readingForMore,
        call('m10'),
        update('u1'),
        call('r1'),
        ends('updateSession', unknown()),
        signIn('s1'),
        ends('signIn', { type: 'failed', failure: dead }),
        ends('readSession', signedIn()),
        ends('readSession', signedIn()),
      ),
    ).toEqual(['u1', 's1', ...first, 'r1', 'm9', 'm10'])
  })

  test('when the effect that serves them breaks', () => {
    expect(
      settledBy(
        updatingForOthers,
        throws('updateSession', fault),
        throws('updateSession', fault),
        throws('readSession', fault),
      ),
    ).toEqual(['u1', 'u2', 'r1'])
  })

  test('when the page leaves and comes back', () => {
    const told = ends('navigate')
    const restored = fact('page.restored')
    expect(settledBy(departing, told, restored, ends('readSession', signedIn()))).toEqual(['l1'])
    expect(settledBy(departing, told, elapses('leaveLimit'), ends('readSession', signedIn()))).toEqual(['l1'])
    expect(settledBy(departing, call('r1'), told, restored, ends('readSession', signedIn()))).toEqual([
      'l1',
      'r1',
    ])
  })
})

describe('an update that was called before somebody signs in or out', () => {
  const situations = { idle, loading, reading, waiting, unreachable, updating, departing, departed }
  for (const [name, given] of Object.entries(situations)) {
    test.each([
      ['in', signIn('s1')],
      ['out', signOut('s1')],
    ])(`goes out before it when ${name} (%s)`, (_, flow) => {
      const { snapshot } = take(proceed(given, update('u9')), flow)
      const isAsked = running(snapshot).some((effect) => effect === 'signIn' || effect === 'signOut')
      expect(isAsked && snapshot.context.updates.length > 0).toBe(false)
    })
  }
})

describe('a reason to read that comes while somebody signs in', () => {
  const came = proceed(signingIn, fact('otherTab.changed'))

  test('is read for when the sign-in comes to nothing', () => {
    for (const end of [
      ends('signIn', { type: 'failed', failure: dead }),
      ends('signIn', { type: 'stranded' }),
      throws('signIn', fault),
    ]) {
      expect(take(came, end).started).toEqual([['readSession', { trigger: 'other-tab' }]])
    }
  })

  test('waits for the next try when the read after the sign-in fails', () => {
    const failed = take(came, ends('signIn', { type: 'answered', answer: unknown() }))
    expect(failed.started).toMatchObject([['alarm', { withinMs: 1_000 }]])
    expect(take(failed.snapshot, rings('request', THEN + 1_000)).started).toEqual([
      ['readSession', { trigger: 'retry' }],
    ])
  })

  test('is read for when the page is still there', () => {
    const left = proceed(came, ends('signIn', { type: 'redirect', because: 'answer' }), ends('navigate'))
    expect(take(left, elapses('leaveLimit')).started).toHaveLength(1)
  })

  test('is satisfied by the answer of the sign-in', () => {
    const back = proceed(signingIn, refetch('restored'))
    for (const answer of [signedIn(), signedIn(bob), signedOut()]) {
      expect(take(back, ends('signIn', { type: 'answered', answer })).started).toEqual([])
    }
  })

  test('is not satisfied by it when it is newer than any answer', () => {
    for (const later of [
      [],
      [fact('otherTab.changed')],
      [fact('tab.becameHidden'), fact('tab.becameVisible')],
    ]) {
      const told = proceed(came, fact('otherTab.signedOut'), ...later)
      expect(take(told, ends('signIn', { type: 'answered', answer: signedIn() })).started).toEqual([
        ['readSession', { trigger: 'conflict' }],
      ])
    }
  })

  test('is none when it is a poll, or when it is no time to ask', () => {
    const offline = proceed(signingIn, fact('network.lost'), fact('otherTab.changed'))
    for (const given of [proceed(signingIn, refetch('poll')), offline]) {
      expect(take(given, ends('signIn', { type: 'failed', failure: dead })).started).toEqual([])
    }
  })
})

describe('an outage', () => {
  test('costs one request for each step of the back-off, whatever happens meanwhile', () => {
    const triggers = [
      fact('tab.becameHidden'),
      fact('tab.becameVisible'),
      fact('otherTab.changed'),
      provide(bob),
      provide(ann),
    ]
    let snapshot = take(
      take(idle, fact('otherTab.changed')).snapshot,
      ends('readSession', unknown()),
    ).snapshot
    for (const _ of Array.from({ length: 10 })) {
      for (const trigger of triggers) {
        const step = take(snapshot, trigger)
        expect(step.started).toEqual([])
        snapshot = step.snapshot
      }
    }
    expect(take(snapshot, rings('request', THEN + 1_000)).started).toEqual([
      ['readSession', { trigger: 'retry' }],
    ])
  })

  test('is backed off from in steps that double up to a minute', () => {
    let { snapshot } = start()
    const pauses: number[] = []
    for (let at = THEN; pauses.length < 9; at = snapshot.context.retryAt) {
      snapshot = take(snapshot, ends('readSession', unknown(at))).snapshot
      pauses.push(snapshot.context.retryAt - at)
      snapshot = take(snapshot, rings('request', snapshot.context.retryAt)).snapshot
    }
    expect(pauses.map((pause) => pause / 1_000)).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60])
  })

  test('is over with the first answer: the next one begins with the shortest step', () => {
    let { snapshot } = start({ session: ann })
    for (const happening of [
      call('r1'),
      ends('readSession', unknown()),
      rings('request', THEN + 1_000),
      ends('readSession', unknown()),
      rings('request', THEN + 3_000),
      ends('readSession', signedIn()),
      call('r2'),
      ends('readSession', unknown()),
    ]) {
      snapshot = take(snapshot, happening).snapshot
    }
    expect(snapshot.context).toMatchObject({ failures: 1, retryAt: THEN + 1_000 })
  })
})

describe('a page that comes back out of the cache of the browser', () => {
  // Browsers hide a page after they have left it, and show it before they say that it is restored.
  const journey = [
    fact('page.left'),
    fact('tab.becameHidden'),
    fact('tab.becameVisible'),
    fact('page.restored'),
  ]
  const readsOf = (given: SessionSnapshot) => {
    let snapshot = given
    return journey.flatMap((happening) => {
      const step = take(snapshot, happening)
      snapshot = step.snapshot
      return step.started.filter(([effect]) => effect === 'readSession')
    })
  }

  test('is a reason to read, and to end a back-off', () => {
    expect(readsOf(idle)).toEqual([['readSession', { trigger: 'restored' }]])
  })

  test('is asked about once when it was left while a read was out', () => {
    expect(readsOf(reading)).toEqual([['readSession', { trigger: 'restored' }]])
  })

  test('is asked about once when it was left for a sign-in', () => {
    expect(readsOf(proceed(departing, ends('navigate')))).toEqual([['readSession', { trigger: 'restored' }]])
  })

  test('is one even when the app does not want to read for a tab that becomes visible', () => {
    const { snapshot } = start({
      session: ann,
      settings: { ...idle.context.settings, refetchOnWindowFocus: false },
    })
    expect(readsOf(snapshot)).toEqual([['readSession', { trigger: 'restored' }]])
  })
})
