import type { RecordedPart, RecordedStep, Recording } from 'sessionchart/inspect'
import { placesIn, type StateValue } from '../states/state-paths'
import { eventText } from '../text/event-text'

/** A line of the event log. */
export interface LogRow {
  /** The same for the same event, whatever has come or gone. */
  key: string
  at: number
  text: string
  moves: Move[]
  /** Where the chart stood before. */
  before: StateValue
  step: RecordedStep
  /** Where it is in the recording: what was before the first event is 0. */
  position: number
}

/** What an event has done to a region. */
export interface Move {
  region: string
  from: string
  to: string
  /** How long the region was where it was, in milliseconds. */
  afterMs: number
}

/** The events of a recording, the oldest first. */
export function logRows({ parts }: Recording): LogRow[] {
  const rows: LogRow[] = []
  const seen = new Map<string, number>()
  let position = 0
  for (const part of parts) {
    const moved = readMoves(part)
    part.steps.forEach((step, index) => {
      const name = `${step.at} ${step.event.type}`
      const count = seen.get(name) ?? 0
      seen.set(name, count + 1)
      position += 1
      const text = eventText(step.event)
      const before = part.steps[index - 1]?.value ?? part.value
      const moves = moved[index] ?? []
      rows.push({ key: `${name} ${count}`, at: step.at, text, moves, before, step, position })
    })
    // The start of the next part.
    position += 1
  }
  return rows
}

function readMoves({ at, value, steps }: RecordedPart): Move[][] {
  const since = new Map<string, number>()
  let places = placesIn(value)
  return steps.map((step) => {
    const before = places
    places = placesIn(step.value)
    return Object.entries(places).flatMap(([region, to]) => {
      const from = before[region] ?? ''
      if (from === to) return []
      const afterMs = step.at - (since.get(region) ?? at)
      since.set(region, step.at)
      return [{ region, from, to, afterMs }]
    })
  })
}

/** The rows that have the words in them, and have changed something if that is wanted; the newest first. */
export function filterRows(rows: LogRow[], words: string, onlyMoves: boolean): LogRow[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  return rows
    .filter((row) => !onlyMoves || row.moves.length > 0 || row.step.cause !== undefined)
    .filter((row) => wanted.every((word) => searched(row).includes(word)))
    .reverse()
}

const searched = ({ text, moves, step }: LogRow) =>
  [text, step.event.type, step.cause?.type, ...moves.map(({ region, from, to }) => `${region} ${from} ${to}`)]
    .join(' ')
    .toLowerCase()

/** The position of the last event, or of the beginning of a part that has none. */
export const lastPosition = ({ parts }: Recording): number =>
  Math.max(0, parts.reduce((sum, { steps }) => sum + steps.length + 1, 0) - 1)
