import type { SessionEvent, SessionMemory, SessionTag } from 'sessionchart/machines/session'
import type { SnapshotFrom } from 'xstate'
import { failureFrom, type SessionError } from '../session-error'
import type { Engine, Run, RunOptions } from './engine'
import { createEngineWait } from './engine-wait'
import type { SessionActor } from './session-actor'
import { keepState, noteLack, projectMemory, projectState, type SessionState } from './session-state'

interface StoreOptions {
  memory: SessionMemory
  now(): number
  after(milliseconds: number, callback: () => void): () => void
  /** What runs the chart, if it is there. */
  getEngine(): Engine | null
  loadEngine(): Promise<Engine>
  /** Makes the next run. The store gets to hear of it by the functions. */
  createRun(engine: Engine, memory: SessionMemory, hears: RunHears): Run
  /** The tags that the app wants to see as `loading`. */
  loadingTags(): SessionTag[]
  /** Calls a listener; what it throws stops nobody. */
  call(listener: () => void): void
  /** Whether somebody waits for an answer. */
  isOwed(): boolean
  /** A run has ended, with all that was under way in it. */
  onEnd(): void
  onCrash(error: unknown, restarts: boolean): void
  /** What runs the chart cannot be loaded. */
  onLack(error: SessionError, isFirst: boolean): void
}

type RunHears = Pick<RunOptions, 'onSnapshot' | 'onCrash'>

/**
 * Holds the state of a session through the lives of its chart: from the seed to the first start, from a stop to
 * the next start, and over a crash.
 */
export interface SessionStore<S> {
  actor(): SessionActor
  hasTag(tag: SessionTag): boolean
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
  /** What it would show after the event. `next` is what a chart would then know that is not there yet. */
  preview(event: SessionEvent, next: SessionMemory): SessionState<S>
  /** Shows at once what the chart is told as soon as it is there. */
  foresee(event: SessionEvent, next: SessionMemory): void
  /** What runs the chart is there. */
  resume(): void
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
  // What was to be sent before the chart was there, and what it will have made of what the app has said.
  const early: SessionEvent[] = []
  let foreseen: SessionMemory | null = null
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

  const stateOf = (snapshot: SnapshotFrom<SessionActor>) =>
    projectState<S>(snapshot.context, (tag) => snapshot.hasTag(tag), options.loadingTags())

  const prepare = (engine: Engine): Run => {
    prepared ??= options.createRun(engine, memory, { onSnapshot, onCrash })
    return prepared
  }

  const launch = () => {
    const engine = options.getEngine()
    if (!engine) return wait.begin()
    run = prepare(engine)
    prepared = null
    hasRun = true
    foreseen = null
    run.start()
    for (const event of early.splice(0)) run?.actor.send({ ...event, at: options.now() } as SessionEvent)
  }

  const isSaid = ({ type }: SessionEvent) => type === 'session.provided'

  /** Calls are answered. What the app has said is still to be told. */
  const forgetCalls = () => early.splice(0, early.length, ...early.filter(isSaid))

  /** Whether somebody would have it run: the app, or a call that waits. */
  const isWanted = () => holders.size > 0 || !early.every(isSaid)

  const wait = createEngineWait({
    load: options.loadEngine,
    after: options.after,
    isWanted: () => !run && isWanted(),
    onReady: launch,
    onLack(error) {
      const isFirst = memory.failure === null
      const failure = failureFrom(error)
      memory = noteLack(memory, failure, options.now())
      foreseen &&= noteLack(foreseen, failure, options.now())
      forgetCalls()
      options.onEnd()
      show(projectMemory(foreseen ?? memory))
      options.onLack(error, isFirst)
    },
  })

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
    const snapshot = ended?.actor.getSnapshot()
    run = null
    ended?.stop()
    // A read that is given up is a reason to read for the next life of the chart.
    if (snapshot?.hasTag('fetching')) memory = { ...memory, wish: memory.wish ?? snapshot.context.trigger }
    options.onEnd()
    show(projectMemory(memory))
  }

  /** Signed out without a chart that would say so: the app says it. */
  const known = (): SessionTag | null =>
    state.status === 'unauthenticated' && state.cause.type !== 'unreachable' ? 'signed-out' : null

  return {
    // Functions: a getter in an object literal costs V8 a hidden class for every store that is made.
    actor() {
      if (run) return run.actor
      const engine = options.getEngine()
      if (!engine) throw new Error('sessionchart: the chart is not loaded yet. Wait for `client.ready()`.')
      return prepare(engine).actor
    },
    hasTag: (tag) => (run ? run.actor.getSnapshot().hasTag(tag) : tag === state.status || tag === known()),
    memory: () => foreseen ?? memory,
    getState: () => state,
    subscribe: listenAs(listeners),
    watch: listenAs(watchers),
    start: () => hold(holders),
    hold() {
      const holder = {}
      hold(holder)
      return () => {
        holders.delete(holder)
        if (!isWanted()) wait.end()
        Promise.resolve().then(letGo)
      }
    },
    stop() {
      holders.clear()
      forgetCalls()
      wait.end()
      prepared = null
      if (run) return end()
      options.onEnd()
      call(watchers)
    },
    isRunning: () => run !== null || isWanted(),
    hasRun: () => hasRun,
    send(event) {
      if (!run && !options.getEngine()) early.push(event)
      if (!run) launch()
      run?.actor.send(event)
    },
    preview: (event, next) => keepState(state, run ? stateOf(run.preview(event)) : projectMemory(next)),
    foresee(event, next) {
      early.push(event)
      foreseen = next
      show(projectMemory(next))
    },
    resume() {
      if (!run && isWanted()) launch()
    },
    discard() {
      prepared = null
    },
    reseed(seed) {
      memory = seed
      foreseen = null
      early.length = 0
      prepared = null
      show(projectMemory(memory))
    },
  }
}
