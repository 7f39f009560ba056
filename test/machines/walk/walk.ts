import { type Step, takeWithTabs } from '../chart'
import { type SessionSnapshot, THEN } from '../fixtures'
import { heldBy, invariants } from './invariants'
import { awaited, broken, fromOutside, type Possibility } from './possibilities'

const LONGEST_STEP_MS = 40_000
const LONGEST_DRAIN = 120
/** Of all that happens, this part are faults of ours. */
const FAULTS = 0.03
/** What happens, which of it, and after how long. */
export const NUMBERS_PER_EVENT = 3

interface TrailStep {
  name: string
  before: SessionSnapshot
  after: SessionSnapshot
}

/** A walk went wrong. The message says how it went. */
export class WalkError extends Error {
  constructor(
    readonly problem: string,
    trail: TrailStep[],
  ) {
    super(
      [problem, ...trail.map((step, index) => `${String(index + 1).padStart(3)}. ${textOf(step)}`)].join(
        '\n',
      ),
    )
    this.name = 'WalkError'
  }
}

/**
 * One life of a chart: each choice, a number from 0 to 1, picks what happens next. In the end whatever is still
 * running gets an answer. A walk is a function of its choices, so any source of numbers may drive it.
 */
export function walk(start: SessionSnapshot, choices: number[]): void {
  const trail: TrailStep[] = []
  const open = new Set(heldBy(start))
  let snapshot = start
  let at = THEN

  const go = (what: Possibility) => {
    const before = snapshot
    const step = tryTo(what)
    snapshot = step.snapshot
    trail.push({ name: what.name, before, after: snapshot })
    note(what, step)
    for (const [name, holds] of Object.entries(invariants)) {
      if (!holds({ before, what, step, open })) throw new WalkError(`Broken: ${name}.`, trail)
    }
  }
  const tryTo = (what: Possibility): Step<SessionSnapshot> => {
    try {
      return takeWithTabs(snapshot, what.happening)
    } catch (error) {
      throw new WalkError(`Crashed on ${what.name}: ${error}`, trail)
    }
  }
  const note = (what: Possibility, { emitted }: Step<SessionSnapshot>) => {
    if (what.id) open.add(what.id)
    for (const id of emitted.flatMap((event) => (event.type === 'settled' ? event.ids : []))) {
      if (!open.delete(id)) throw new WalkError(`Settled without waiting: ${id}.`, trail)
    }
  }

  for (let index = 0; index < choices.length; index += NUMBERS_PER_EVENT) {
    const [source = 0, choice = 0, pause = 0] = choices.slice(index, index + NUMBERS_PER_EVENT)
    // Mostly short: some things happen only to what has just happened.
    at += Math.round(pause ** 3 * LONGEST_STEP_MS)
    const what = pick(
      source < FAULTS ? broken(snapshot, at) : source < 0.5 ? awaited(snapshot, at) : [],
      choice,
    )
    go(what ?? (pick(fromOutside(snapshot, at, `c${index}`), choice) as Possibility))
  }
  for (let round = 0; open.size > 0; round++) {
    const next = calming(awaited(snapshot, at))
    if (!next || round === LONGEST_DRAIN) throw new WalkError(`Never settled: ${[...open]}.`, trail)
    go(next)
  }
}

const textOf = ({ name, before, after }: TrailStep) => `${name} → ${changesOf(before, after) || 'stays'}`

/** The regions in which two snapshots differ, as in `request "reading"`. */
const changesOf = (before: SessionSnapshot, after: SessionSnapshot) =>
  regionsOf(after)
    .filter((region, index) => region !== regionsOf(before)[index])
    .join(', ')
const regionsOf = ({ value }: SessionSnapshot) =>
  Object.entries<unknown>(value).map(([region, state]) => `${region} ${JSON.stringify(state)}`)

const pick = (all: Possibility[], choice: number) => all[Math.floor(choice * all.length)]

/** Of what may happen, that which brings a chart to rest: answers first, then alarms and limits. */
const calming = (all: Possibility[]): Possibility | undefined =>
  all.find(({ name }) => /^(\w+: (ann|done)|request rings)$/.test(name)) ??
  all.find(({ name }) => !/^(polling|lifetime) rings$/.test(name))
