import { type Kept, keptInMemory } from './kept'

/** What the server does to every request for `/api/auth`, on both sides alike. */
export const troubles = ['none', 'answers-500', 'hangs', 'unreachable', 'answers-late'] as const
export type Trouble = (typeof troubles)[number]

/** How the switches are set. */
export interface Setting {
  /** The higher, the newer: answers may overtake each other on their way. */
  revision: number
  /** Counts the times that somebody has started over. */
  round: number
  trouble: Trouble
  /** Until the sessions end that are to end soon; `null` when none are. */
  endsInMs: number | null
}

/** How the switches are set, as it is kept. */
export interface SwitchState {
  revision: number
  round: number
  trouble: Trouble
  /** Sessions that began before `setAt` end at `endsAt`. */
  end: { setAt: number; endsAt: number } | null
}

const LIFE_LEFT_MS = 20_000
const DELAY_MS = 3_000

// A tab may have known the demo that ran here before.
const atFirst = (): SwitchState => ({
  revision: Date.now(),
  round: 0,
  trouble: 'none',
  end: null,
})

/** The switches of the stage. There is one set of them for all tabs. */
export class Switches {
  readonly #kept: Kept<SwitchState>
  #release: Array<() => void> = []

  /** @param keep gives a place to what there is at first, unless more is known there. */
  constructor(keep: (first: SwitchState) => Kept<SwitchState> = keptInMemory) {
    this.#kept = keep(atFirst())
  }

  get setting(): Setting {
    const { revision, round, trouble, end } = this.#kept.read()
    const endsInMs = end ? end.endsAt - Date.now() : 0
    return { revision, round, trouble, endsInMs: endsInMs > 0 ? endsInMs : null }
  }

  setTrouble(trouble: Trouble): void {
    this.#change({ trouble })
    this.#releaseAll()
  }

  endSessionsSoon(): void {
    const setAt = Date.now()
    this.#change({ end: { setAt, endsAt: setAt + LIFE_LEFT_MS } })
  }

  /** All is well, and nobody is signed in. */
  startOver(): void {
    const { round } = this.#kept.read()
    this.#change({ trouble: 'none', round: round + 1, end: { setAt: Date.now(), endsAt: Date.now() } })
    this.#releaseAll()
  }

  /** To be told when somebody else has written where the switches are kept. */
  hasChanged(): void {
    if (this.#kept.read().trouble !== 'hangs') this.#releaseAll()
  }

  /** When a session that began at `beganAt` ends because of the switch, in epoch milliseconds. */
  endOf(beganAt: number): number | null {
    const { end } = this.#kept.read()
    return end && beganAt <= end.setAt ? end.endsAt : null
  }

  /** Resolves when the server is to answer, with the way it is to do so. */
  async turn(): Promise<'well' | 'with 500' | 'not at all'> {
    const trouble = () => this.#kept.read().trouble
    if (trouble() === 'hangs') await new Promise<void>((resolve) => this.#release.push(resolve))
    if (trouble() === 'answers-late') await new Promise((resolve) => setTimeout(resolve, DELAY_MS))
    if (trouble() === 'unreachable') return 'not at all'
    return trouble() === 'answers-500' ? 'with 500' : 'well'
  }

  #change(part: Partial<SwitchState>): void {
    const known = this.#kept.read()
    this.#kept.write({ ...known, ...part, revision: known.revision + 1 })
  }

  /** A server that recovers answers whoever is still waiting. */
  #releaseAll(): void {
    for (const release of this.#release.splice(0)) release()
  }
}
