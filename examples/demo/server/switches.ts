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

const LIFE_LEFT_MS = 20_000
const DELAY_MS = 3_000

/** The switches of the stage. There is one set of them for all tabs. */
export class Switches {
  #trouble: Trouble = 'none'
  /** Sessions that began before `setAt` end at `endsAt`. */
  #end: { setAt: number; endsAt: number } | null = null
  #release: Array<() => void> = []
  #round = 0
  // A tab may have known the demo that ran here before.
  #revision = Date.now()

  get setting(): Setting {
    const endsInMs = this.#end ? this.#end.endsAt - Date.now() : 0
    return {
      revision: this.#revision,
      round: this.#round,
      trouble: this.#trouble,
      endsInMs: endsInMs > 0 ? endsInMs : null,
    }
  }

  setTrouble(trouble: Trouble): void {
    this.#revision++
    this.#trouble = trouble
    // A server that recovers answers whoever is still waiting.
    for (const release of this.#release.splice(0)) release()
  }

  endSessionsSoon(): void {
    this.#revision++
    const setAt = Date.now()
    this.#end = { setAt, endsAt: setAt + LIFE_LEFT_MS }
  }

  /** All is well, and nobody is signed in. */
  startOver(): void {
    this.setTrouble('none')
    this.#round++
    this.#end = { setAt: Date.now(), endsAt: Date.now() }
  }

  /** When a session that began at `beganAt` ends because of the switch, in epoch milliseconds. */
  endOf(beganAt: number): number | null {
    return this.#end && beganAt <= this.#end.setAt ? this.#end.endsAt : null
  }

  /** Resolves when the server is to answer, with the way it is to do so. */
  async turn(): Promise<'well' | 'with 500' | 'not at all'> {
    if (this.#trouble === 'hangs') await new Promise<void>((resolve) => this.#release.push(resolve))
    if (this.#trouble === 'answers-late') await new Promise((resolve) => setTimeout(resolve, DELAY_MS))
    if (this.#trouble === 'unreachable') return 'not at all'
    return this.#trouble === 'answers-500' ? 'with 500' : 'well'
  }
}
