import {
  type SessionEmitted,
  type SessionMemory,
  type SessionSettings,
  sessionMachine,
} from 'sessionchart/machines/session'
import { type ActorRefFrom, createActor, fromPromise, type InspectionEvent, type Observer } from 'xstate'
import { createAlarm } from '../effects/alarm'
import { askForSession } from '../effects/ask-for-session'
import { listenToTabs, type Tabs } from '../effects/listen-to-tabs'
import { watchNetwork } from '../effects/watch-network'
import { watchUnloading, watchVisibility } from '../effects/watch-visibility'
import type { Environment } from '../environment'
import type { SessionSource } from '../session-source'
import type { Reporter } from './reporter'

/** The running session chart, for selectors of your own and for inspectors. Use its tags, not its state paths. */
export interface SessionActor extends ActorRefFrom<typeof sessionMachine> {}

export interface RunOptions {
  memory: SessionMemory
  settings: SessionSettings
  environment: Environment
  source: SessionSource
  /** The name of the user in a session. */
  userOf(session: object): string | null
  tabs: Tabs
  /** Sends the browser where the flow with this id leads. */
  leave(id: string): void
  inspect: Observer<InspectionEvent> | undefined
  onSnapshot(): void
  onEmitted(event: SessionEmitted): void
  /** The chart itself has failed, which it must not. Everything it held is released. */
  onCrash(error: unknown): void
}

/** One life of the session chart with its effects. */
export interface Run {
  actor: SessionActor
  start(): void
  stop(): void
}

export function createRun(options: RunOptions): Run {
  const { environment, source, userOf } = options
  // An actor that fails disposes nothing, so whatever an effect holds hangs on this as well.
  const scope = new AbortController()
  const surroundings = { scope: scope.signal, environment, userOf }

  const machine = sessionMachine.provide({
    actors: {
      readSession: fromPromise(({ signal }) => askForSession(surroundings, signal, source.read)),
      updateSession: fromPromise(({ input, signal }) =>
        askForSession(surroundings, signal, (abort) => source.update(input.id, abort)),
      ),
      signIn: source.signIn,
      signOut: source.signOut,
      navigate: fromPromise(async ({ input }) => options.leave(input.id)),
      alarm: createAlarm(scope.signal, environment),
      watchNetwork: watchNetwork(scope.signal, environment),
      watchVisibility: watchVisibility(scope.signal, environment),
      watchUnloading: watchUnloading(scope.signal, environment),
      listenToTabs: listenToTabs(scope.signal, environment, options.tabs),
    },
    actions: {
      tellTabsOfChange: () => options.tabs.tell('getSession'),
      tellTabsOfSignOut: () => options.tabs.tell('signout'),
    },
  })

  const actor = createActor(machine, {
    input: {
      at: environment.now(),
      settings: options.settings,
      online: environment.isOnline(),
      visible: environment.isVisible(),
      memory: options.memory,
    },
    inspect: options.inspect,
  })

  return {
    actor,
    start() {
      actor.on('*', (event) => {
        // The snapshot is there, its subscribers hear of it later: whoever is called now finds the new state.
        options.onSnapshot()
        options.onEmitted(event)
      })
      actor.subscribe({
        next: options.onSnapshot,
        error(error) {
          scope.abort(error)
          options.onCrash(error)
        },
      })
      actor.start()
    },
    stop() {
      actor.stop()
      scope.abort()
    },
  }
}

/** An observer whose faults are reported and stop nothing. */
export function guardInspector(
  inspect: Observer<InspectionEvent> | ((event: InspectionEvent) => void) | undefined,
  reporter: Reporter,
): Observer<InspectionEvent> | undefined {
  if (!inspect) return undefined
  const observe = typeof inspect === 'function' ? inspect : inspect.next?.bind(inspect)
  let hasFailed = false
  return {
    next(event) {
      try {
        observe?.(event)
      } catch (error) {
        // One that fails, fails at every event.
        if (!hasFailed) reporter.fault(error)
        hasFailed = true
      }
    },
  }
}
