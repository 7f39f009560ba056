import type { RecordedEnd, RecordedPart, RecordedStep } from '../recording'

/** Where a chart stood. */
type Beginning = Pick<RecordedPart, 'at' | 'value' | 'context'>

/** Steps of one chart that go together, when the oldest go. */
interface Stretch extends Beginning {
  steps: RecordedStep[]
  /** How much it counts: its steps, and a start. */
  size: number
}

/** The steps of one chart. */
interface Track {
  stretches: Stretch[]
  isOpen: boolean
  end?: RecordedEnd
}

/** Holds the last steps of charts. */
export interface Tape {
  begin(beginning: Beginning): Track
  /** `after` gives where the chart stands after the step. It is asked for now and then. */
  add(track: Track, step: RecordedStep, after: () => Beginning): void
  close(track: Track, end?: RecordedEnd): void
  /** As plain JSON. A step is copied when it is asked for first, and is the same object from then on, which is frozen. */
  parts(): RecordedPart[]
  clear(): void
}

const SHORTEST_STRETCH = 50
const STRETCHES = 8

/**
 * Keeps at least so many steps. A step can be replayed only from where the chart stood before it, which is written
 * down every so many steps: what goes, goes up to there.
 */
export function createTape(limit: number): Tape {
  const length = Math.max(SHORTEST_STRETCH, Math.ceil(limit / STRETCHES))
  let tracks: Track[] = []
  let size = 0
  const copies = new WeakMap<RecordedStep, RecordedStep>()

  function copyOf(step: RecordedStep): RecordedStep {
    const copy = copies.get(step) ?? plain(step, (_, value) => Object.freeze(value))
    copies.set(step, copy)
    return copy
  }

  /** A chart that goes on needs the last of its stretches. */
  const canShrink = ({ isOpen, stretches }: Track) => !isOpen || stretches.length > 1

  function forget() {
    while (size > limit) {
      const track = tracks.find(canShrink)
      const [oldest] = track?.stretches ?? []
      if (!track || !oldest || size - oldest.size < limit) return
      track.stretches.shift()
      size -= oldest.size
      if (track.stretches.length === 0) tracks = tracks.filter((kept) => kept !== track)
    }
  }

  return {
    begin(beginning) {
      const track: Track = { isOpen: true, stretches: [{ ...beginning, steps: [], size: 1 }] }
      tracks.push(track)
      size += 1
      forget()
      return track
    },
    add(track, step, after) {
      const stretch = track.stretches.at(-1) as Stretch
      stretch.steps.push(step)
      stretch.size += 1
      size += 1
      if (stretch.steps.length >= length) track.stretches.push({ ...after(), steps: [], size: 0 })
      forget()
    },
    close(track, end) {
      track.isOpen = false
      if (end) track.end = end
    },
    parts: () =>
      tracks.map(({ stretches, end }) => {
        const { at, value, context } = stretches[0] as Stretch
        const steps = stretches.flatMap((stretch) => stretch.steps.map(copyOf))
        return { ...plain({ at, value, context }), steps, ...(end && { end: plain(end) }) }
      }),
    clear() {
      tracks = []
      size = 0
    },
  }
}

const plain = <T>(value: T, reviver?: (key: string, value: unknown) => unknown): T =>
  JSON.parse(JSON.stringify(value), reviver)
