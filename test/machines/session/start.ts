import { sessionMachine } from 'sessionchart/machines'
import { expect } from 'vitest'
import { type Start, settings, start } from '../fixtures'

/** What a chart starts with leads there. What a row leaves out is as in a tab with nothing. */
export interface StartRow {
  given: Start
  is?: Record<string, unknown>
  starts?: Array<[effect: string, input?: unknown]>
  notes?: Record<string, unknown>
}

// The logical clock goes on with the first read.
const NUMBERS = { highest: expect.any(Number), sent: expect.anything(), dataEpoch: expect.any(Number) }
const always = [['watchNetwork'], ['watchVisibility'], ['listenToTabs']]

/** Throws if the row does not hold. */
export function checkStart({ given, is, starts, notes }: StartRow, machine = sessionMachine): void {
  const { snapshot, started, emitted } = start(given, machine)
  const regions = { operation: 'idle', polling: 'off', network: 'online', visibility: 'visible' }
  const lifetime = (given.memory?.data ?? given.session) ? 'running' : 'open'
  expect(snapshot.value).toEqual({ ...regions, tabs: { listening: 'joining' }, lifetime, ...is })
  expect(started.map(([effect]) => [effect])).toEqual(expect.arrayContaining(always))
  expect(started.filter(([, input]) => input !== undefined)).toEqual(starts ?? [])
  expect(emitted).toEqual([])
  expect(snapshot.context).toMatchObject({
    trigger: notes?.trigger ?? 'mount',
    readers: [],
    later: [],
    updates: [],
    operation: null,
  })
  expect(snapshot.context).toEqual({
    ...start({ session: given.session }).snapshot.context,
    ...given.memory,
    // A reason to read is read for, or is none any more.
    wish: null,
    settings: given.settings ?? settings,
    ...NUMBERS,
    ...notes,
  })
}
