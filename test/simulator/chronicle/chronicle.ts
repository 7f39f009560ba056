import { createRecorder, type Recorder, type Recording } from 'sessionchart/inspect'
import type { Tab } from '../../../src/testing/world/tab'
import type { World } from '../../../src/testing/world/world'
import type { WalkObserver } from '../walk-observer'
import { type Line, writeSequence } from './sequence-diagram'
import { watchMessages } from './watch-messages'
import { watchRequests } from './watch-requests'
import { watchShared } from './watch-shared'
import { shortened, shownWords } from './words'

export const LOCK = 'lock'
export const STORAGE = 'storage'
export const SERVER = 'server'

// All of any walk.
const MOST_STEPS = 10_000

/** What has happened in a walk, as it happens. */
export interface Chronicle {
  /** Returns what takes it back. */
  tell(line: Untimed): () => void
  /** Milliseconds since the walk has begun. */
  now(): number
  /** What is dead may still be running here, and is not heard of. */
  isAlive(tab: string): boolean
  isRunning(tab: string): boolean
  holder(lock: string): string | null
}

type Untimed = Line extends infer Each ? (Each extends Line ? Omit<Each, 'at'> : never) : never

export interface Chronicler extends WalkObserver {
  /** What the walk has come to. */
  end(problems: string[]): void
  /** As Mermaid text. */
  diagram(): string
  /** What the recorder of each tab has kept, by the name of the tab. */
  recordings(): Map<string, Recording>
}

/** Writes down what happens in a walk, and lets a flight recorder run in each of its tabs. */
export function createChronicler(): Chronicler {
  let world: World
  const lines: Line[] = []
  const tabs = new Map<string, { tab: Tab; recorder: Recorder }>()
  const seen = new Set<string>()
  const lifeOf = (id: string) => tabs.get(id)?.tab.is ?? 'running'
  const chronicle: Chronicle = {
    tell(untimed) {
      const line: Line = { ...untimed, at: world.elapsed() }
      lines.push(line)
      return () => lines.splice(lines.indexOf(line), 1)
    },
    now: () => world.elapsed(),
    isAlive: (id) => lifeOf(id) !== 'dead',
    isRunning: (id) => lifeOf(id) === 'running',
    holder: (lock) => world.locks.holder(lock),
  }
  const messagesOf = watchMessages(chronicle)
  const sharedOf = watchShared(chronicle)

  return {
    begins(begun) {
      world = begun
    },
    wrapperOf: (id) => (environment) => ({
      ...environment,
      ...messagesOf(id, environment),
      ...sharedOf(id, environment),
    }),
    opens(tab) {
      const recorder = createRecorder({ limit: MOST_STEPS, environment: { now: world.now } })
      recorder.attach(tab.client)
      tabs.set(tab.id, { tab, recorder })
      chronicle.tell({ over: tab.id, text: 'opens' })
      let shown = ''
      // Not only what an app is told of: an answer that says the same has another place.
      tab.client.watch(() => {
        if (!tab.client.isRunning()) return
        const now = shownWords(tab)
        if (now !== shown && tab.is !== 'dead') chronicle.tell({ over: tab.id, text: now })
        shown = now
      })
    },
    step(what, tab) {
      const life = !tab || tab.is === 'running' ? '' : ` (it is ${tab.is})`
      chronicle.tell({ over: tab?.id ?? null, text: `${what}${life}`, saysTime: true })
    },
    request: watchRequests(chronicle),
    sees(problem) {
      // What goes on is seen again after each thing that happens.
      if (!seen.has(problem)) chronicle.tell({ over: null, text: `SEEN: ${named(problem)}` })
      seen.add(problem)
    },
    end(problems) {
      for (const problem of problems) chronicle.tell({ over: null, text: `PROBLEM: ${named(problem)}` })
    },
    diagram: () => writeSequence([...tabs.keys(), LOCK, STORAGE, SERVER], lines),
    recordings: () => new Map([...tabs].map(([id, { recorder }]) => [id, recorder.recording()])),
  }

  /** With the numbers and the tabs as they are called above. */
  function named(problem: string) {
    let text = shortened(problem)
    for (const [id, { tab }] of tabs) {
      const { tabId } = tab.client.actor.getSnapshot().context
      text = text.replaceAll(tabId, id)
    }
    return text
  }
}
