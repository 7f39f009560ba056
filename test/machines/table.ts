import { expect, test } from 'vitest'
import type { AnyEventObject, AnyMachineSnapshot } from 'xstate'
import { type Happening, take, takeWithTabs } from './chart'

/** A row of a table: in this situation, this event leads there. What a row leaves out must stay as it is. */
export interface Row {
  given: AnyMachineSnapshot
  when: Happening
  /** The next state. Of a chart with regions: the regions that change. */
  goes?: string | Record<string, unknown>
  /** The parts of the context that change. */
  notes?: Record<string, unknown>
  emits?: AnyEventObject[]
  starts?: Array<[effect: string, input?: unknown]>
  stops?: string[]
  tells?: string[]
  /** What the other tabs hear. Checked where a row names it. */
  shares?: string[]
  /** The turn among the tabs does not come by itself, and is among what is started and stopped. */
  amongTabs?: true
  /** What the regions tell each other, in order. Checked where a row names it. */
  raises?: Array<AnyEventObject['type']>
  /** The time limits that begin. Checked where a row names them. */
  limits?: Array<[name: string, ms: number]>
  /** The chart has come to its end. */
  ends?: true
}

// How the chart remembers props is its own affair; what becomes of them is not.
const BOOKKEEPING = { seen: [], wishAt: 0 }

// The numbers of the logical clock, which go on with every request. Rows that name one are about it.
const NUMBERS = {
  order: expect.anything(),
  highest: expect.anything(),
  sent: expect.anything(),
  dataEpoch: expect.anything(),
}

/** A server that says who is signed in has answered, whatever else that changes. */
function answerOf(raised: AnyEventObject[]): object {
  const answer = raised.filter(({ type, trigger }) => type === 'session.answered' && trigger !== 'app').at(-1)
  return answer ? { answeredAt: answer.at } : {}
}

export type Table = Record<string, Row>

export function runTable(table: Table): void {
  for (const [name, row] of Object.entries(table)) test(name, () => check(row))
}

/** Throws if the row does not hold. */
export function check({
  given,
  when,
  goes,
  notes,
  emits,
  starts,
  stops,
  tells,
  shares,
  raises,
  limits,
  ends,
  amongTabs,
}: Row): void {
  const step = (amongTabs ? takeWithTabs : take)(given, when)
  const { snapshot, emitted, raised, told } = step
  // Every answer may move the end of the session: rows that name the region are about it, the others are not.
  const isOfLifetime = typeof goes === 'object' && 'lifetime' in goes
  const { started, stopped } = isOfLifetime ? step.lifetime : step
  const hasLifetime = 'lifetime' in Object(snapshot.value)
  const aside = !isOfLifetime && hasLifetime ? { lifetime: expect.anything() } : {}

  expect(snapshot.value).toEqual(
    typeof goes === 'string' ? goes : { ...Object(given.value), ...aside, ...goes },
  )
  expect(emitted).toEqual(emits ?? [])
  expect(started).toEqual((starts ?? []).map(([effect, input]) => [effect, input]))
  expect(stopped).toEqual(stops ?? [])
  // Where the turn comes at once, nobody is there to be told of another number.
  expect(amongTabs ? told : told.filter((what) => what !== 'announceWrite')).toEqual(tells ?? [])
  if (shares) expect(step.shared).toEqual(shares)
  expect(snapshot.status).toBe(ends ? 'done' : 'active')
  if (limits) expect(step.limits).toEqual(limits)
  if (raises) expect(raised.map(({ type }) => type)).toEqual(raises)
  expect({ ...snapshot.context, ...BOOKKEEPING }).toEqual({
    ...given.context,
    ...answerOf(raised),
    ...('order' in given.context && NUMBERS),
    ...notes,
    ...BOOKKEEPING,
  })
}
