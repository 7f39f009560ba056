import type { SessionState } from 'sessionchart'

export type Status = SessionState['status']

/** Taken back: by the library, which does not want the answer any more. */
export type RequestState = 'out' | 'good' | 'failed' | 'taken back'

export interface RequestEntry {
  type: 'request'
  id: string
  at: number
  /** Such as `GET /session`. */
  what: string
  /** `null` while there is no answer. */
  endedAt: number | null
  /** The HTTP status, or why there was none. */
  outcome: string
  state: RequestState
}

export interface StatusEntry {
  type: 'status'
  id: string
  at: number
  status: Status
}

export type Entry = RequestEntry | StatusEntry

// The address has the round that the stage is in. Where both sides are of one origin, the path has the side.
const KEY = `log ${location.pathname}${location.search}`
const MOST = 300

let entries: readonly Entry[] = load()
const listeners = new Set<() => void>()

let ids = 0

// `crypto.randomUUID` is for secure pages alone, and some look at the demo by the address of a machine in their network.
export const newId = () => `${performance.timeOrigin} ${ids++}`

/** What this side has seen, the oldest first. It outlives the page, which a redirect sign-in leaves. */
export const log = {
  entries: () => entries,
  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
  add(entry: Entry) {
    change([...entries, entry].slice(-MOST))
  },
  replace(before: Entry, after: Entry) {
    change(entries.map((entry) => (entry === before ? after : entry)))
  },
}

function change(next: readonly Entry[]) {
  entries = next
  sessionStorage.setItem(KEY, JSON.stringify(next))
  for (const listener of listeners) listener()
}

function load(): Entry[] {
  const kept = JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as Entry[]
  // What was out when the page was left gets no answer any more.
  return kept.filter((entry) => entry.type === 'status' || entry.endedAt !== null)
}
