import { sessionMachine } from 'sessionchart/machines'
import { describe, expect, test } from 'vitest'
import { testThatAllIsTried } from './all-is-tried'
import { proceed, take } from './chart'
import { call, ends, provide, signIn, throws } from './events'
import { dead, fault, settings, signedIn, signedOut, start } from './fixtures'
import { callsRows } from './session/calls.table'
import { faultRows } from './session/faults.table'
import { leavingRows } from './session/leaving.table'
import { lifetimeRows } from './session/lifetime.table'
import {
  adoptedFailureRows,
  adoptedRows,
  foreignWriteRows,
  joiningRows,
  sharedRows,
} from './session/other-tabs.table'
import { pollingRows } from './session/polling.table'
import { providedRows, readAfterProvidedRows } from './session/provided.table'
import { requestRows } from './session/request.table'
import { signingInRows } from './session/signing-in.table'
import { signingOutRows } from './session/signing-out.table'
import { startRows } from './session/starts.table'
import { statusRows } from './session/status.table'
import { networkRows, tabsRows, visibilityRows } from './session/surroundings.table'
import { laneRows, outOfDateRows, turnRows } from './session/turns.table'
import { idle, pollingPaused, signingIn, updating } from './situations'
import { runTable } from './table'

// The logical clock goes on with the first read.
const NUMBERS = { highest: expect.any(Number), sent: expect.anything() }
const always = [['watchNetwork'], ['watchVisibility'], ['listenToTabs']]

describe('the start', () => {
  for (const [name, { given, is, starts, notes }] of Object.entries(startRows)) {
    test(name, () => {
      const { snapshot, started, emitted } = start(given)
      const regions = { operation: 'idle', polling: 'off', network: 'online', visibility: 'visible' }
      const lifetime = (given.memory?.data ?? given.session) ? 'running' : 'open'
      expect(snapshot.value).toEqual({ ...regions, tabs: { listening: 'joining' }, lifetime, ...is })
      expect(started.map(([effect]) => [effect])).toEqual(expect.arrayContaining(always))
      expect(started.filter(([, input]) => input !== undefined)).toEqual(starts ?? [])
      expect(emitted).toEqual([])
      expect(snapshot.context).toMatchObject({
        trigger: 'mount',
        readers: [],
        later: [],
        updates: [],
        operation: null,
      })
      expect(snapshot.context).toEqual({
        ...start({ session: given.session }).snapshot.context,
        ...given.memory,
        settings: given.settings ?? settings,
        ...NUMBERS,
        ...notes,
      })
    })
  }
})

describe('status', () => runTable(statusRows))
describe('request', () => runTable(requestRows))
describe('calls', () => runTable(callsRows))
describe('signing in', () => runTable(signingInRows))
describe('signing out', () => runTable(signingOutRows))
describe('leaving', () => runTable(leavingRows))

describe('the session prop', () => {
  runTable(providedRows)

  test.each([
    ['an update is out', updating, ends('updateSession', signedIn())],
    ['a sign-in runs', signingIn, ends('signIn', { type: 'failed', failure: dead })],
  ])('is shown while %s, and asked about afterwards', (_, given, end) => {
    const shown = take(given, provide(null)).snapshot
    expect(shown.value).toEqual({ ...given.value, status: { unauthenticated: 'known' }, lifetime: 'open' })
    expect(take(shown, end).started).toEqual([['readSession', { trigger: 'prop' }]])
  })

  test('is asked about by the read that follows for a call, and not twice', () => {
    const shown = proceed(updating, provide(null), call('r1'), ends('updateSession', signedIn()))
    const { snapshot, started } = take(shown, ends('readSession', signedOut()))
    expect(started).toEqual([])
    expect(snapshot.value).toMatchObject({ request: 'idle' })
  })

  test('is asked about once more when a sign-in aborts the read about it and comes to nothing', () => {
    const shown = proceed(idle, provide(null), signIn('s1'))
    const { started } = take(shown, ends('signIn', { type: 'failed', failure: dead }))
    expect(started).toEqual([['readSession', { trigger: 'prop' }]])
  })
})

describe('the read after a changed session prop', () => runTable(readAfterProvidedRows))
describe('the lifetime', () => runTable(lifetimeRows))
describe('polling', () => runTable(pollingRows))
describe('the network', () => runTable(networkRows))
describe('the visibility', () => runTable(visibilityRows))
describe('other tabs', () => runTable(tabsRows))
describe('what another tab was answered', () => runTable(adoptedRows))
describe('a failure of another tab', () => runTable(adoptedFailureRows))
describe('what the other tabs hear', () => runTable(sharedRows))
describe('a write of another tab', () => runTable(foreignWriteRows))
describe('what is written down', () => runTable(joiningRows))
describe('the turn among the tabs', () => runTable(turnRows))
describe('an answer that is out of date', () => runTable(outOfDateRows))
describe('the lane', () => runTable(laneRows))

describe('a fault', () => {
  runTable(faultRows)

  test('in watching the network takes it for online, and polls on', () => {
    const { snapshot, emitted } = take(pollingPaused, throws('watchNetwork', fault))
    expect(snapshot.value).toMatchObject({ network: 'online', polling: 'waiting' })
    expect(snapshot.context.online).toBe(true)
    expect(emitted).toEqual([{ type: 'faulted', effect: expect.any(String), error: fault }])
  })
})

testThatAllIsTried(sessionMachine)
