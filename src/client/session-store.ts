import {
  type SessionEvent,
  type SessionMemory,
  type SessionTag,
  sessionMachine,
} from 'sessionchart/machines/session'
import { type SnapshotFrom, transition } from 'xstate'
import type { Run, SessionActor } from './run'
import { keepState, projectMemory, projectState, type SessionState } from './session-state'

interface StoreOptions {
  memory: SessionMemory
  now(): number
  /** Makes the next run. The store gets to hear of it by the three functions. */
  createRun(memory: SessionMemory, hears: { onSnapshot(): void; onCrash(error: unknown): void }): Run
  /** The tags that the app wants to see as `loading`. */
  loadingTags(): SessionTag[]
  /** Calls a listener; what it throws stops nobody. */
  call(listener: () => void): void
  /** Whether somebody waits for an answer. */
  isOwed(): boolean
  /** A run has ended, with all that was under way in it. */
  onEnd(): void
  onCrash(error: unknown, restarts: boolean): void
}

/**
 * Holds the state of a session through the lives of its chart: from the seed to the first start, from a stop to
 * the next start, and over a crash.
 */
export interface SessionStore<S> {
  actor(): SessionActor
  memory(): SessionMemory
  getState(): SessionState<S>
  /** Calls back after each change of the state. */
  subscribe(listener: () => void): () => void
  /** Calls back after each step of the chart, whatever it changes, and when the chart is another one. */
  watch(listener: () => void): () => void
  /** Runs until `stop`. */
  start(): void
  /** Runs until the returned function is called, and then until nobody waits for an answer. */
  hold(): () => void
  stop(): void
  isRunning(): boolean
  /** It runs, or has run. */
  hasRun(): boolean
  /** Sends an event. A chart that does not run is started for it and stopped when it has nothing more to do. */
  send(event: SessionEvent): void
  /** What a running chart would show after the event. */
  preview(event: SessionEvent): SessionState<S>
  /** Forgets an actor that was made and not started: the settings are other ones. */
  discard(): void
  /** Gives a store that does not run another memory. */
  reseed(memory: SessionMemory): void
}

const CRASH_WINDOW_MS = 10_000

export function createSessionStore<S>(options: StoreOptions): SessionStore<S> {
  let memory = options.memory
  let state = projectMemory<S>(memory)
  // Made for somebody who wants to look at the actor before it starts.
  let prepared: Run | null = null
  let run: Run | null = null
  // Who wants it to run: the app, and providers.
  const holders = new Set<object>()
  let hasRun = false
  let crashedAt = Number.NEGATIVE_INFINITY
  const listeners = new Set<() => void>()
  const watchers = new Set<() => void>()

  const listenAs = (all: Set<() => void>) => (listener: () => void) => {
    all.add(listener)
    return () => all.delete(listener)
  }
  const call = (all: Set<() => void>) => {
    for (const listener of [...all]) options.call(listener)
  }

  const show = (next: SessionState<S>) => {
    const previous = state
    state = keepState(previous, next)
    if (state !== previous) call(listeners)
    call(watchers)
  }

  const stateOf = (snapshot: SnapshotFrom<typeof sessionMachine>) =>
    projectState<S>(snapshot.context, (tag) => snapshot.hasTag(tag), options.loadingTags())

  const prepare = (): Run => {
    prepared ??= options.createRun(memory, { onSnapshot, onCrash })
    return prepared
  }

  const launch = () => {
    run = prepare()
    prepared = null
    hasRun = true
    run.start()
  }

  function onSnapshot() {
    if (!run) return
    const snapshot = run.actor.getSnapshot()
    memory = snapshot.context
    show(stateOf(snapshot))
    // Not at once: the event that a brief run was started for is still to come.
    if (holders.size === 0 && !snapshot.hasTag('fetching')) Promise.resolve().then(letGo)
  }

  /** Ends a run that nobody wants, once nobody waits for it. */
  function letGo() {
    if (run && holders.size === 0 && !options.isOwed()) end()
  }

  function hold(holder: object) {
    holders.add(holder)
    if (!run) launch()
  }

  function onCrash(error: unknown) {
    const restarts = options.now() - crashedAt > CRASH_WINDOW_MS
    crashedAt = options.now()
    run = null
    if (!restarts) holders.clear()
    options.onEnd()
    show(projectMemory(memory))
    options.onCrash(error, restarts)
    if (holders.size > 0) launch()
  }

  function end() {
    const ended = run
    run = null
    ended?.stop()
    options.onEnd()
    show(projectMemory(memory))
  }

  return {
    // Functions: a getter in an object literal costs V8 a hidden class for every store that is made.
    actor: () => (run ?? prepare()).actor,
    memory: () => memory,
    getState: () => state,
    subscribe: listenAs(listeners),
    watch: listenAs(watchers),
    start: () => hold(holders),
    hold() {
      const holder = {}
      hold(holder)
      return () => {
        holders.delete(holder)
        Promise.resolve().then(letGo)
      }
    },
    stop() {
      holders.clear()
      prepared = null
      if (run) end()
    },
    isRunning: () => run !== null,
    hasRun: () => hasRun,
    send(event) {
      if (!run) launch()
      run?.actor.send(event)
    },
    preview(event) {
      if (!run) return state
      const [snapshot] = transition(sessionMachine, run.actor.getSnapshot(), event)
      return keepState(state, stateOf(snapshot))
    },
    discard() {
      prepared = null
    },
    reseed(seed) {
      memory = seed
      prepared = null
      show(projectMemory(memory))
    },
  }
}
