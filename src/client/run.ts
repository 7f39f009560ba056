import {
  type SessionEmitted,
  type SessionMemory,
  type SessionSettings,
  sessionMachine,
} from 'sessionchart/machines/session'
import { type ActorRefFrom, createActor, type InspectionEvent, type Observer } from 'xstate'
import { createAlarm } from '../effects/alarm'
import { askForSession } from '../effects/ask-for-session'
import { listenToTabs } from '../effects/listen-to-tabs'
import { asking } from '../effects/scope'
import { createTakeTurn } from '../effects/take-turn'
import { watchNetwork } from '../effects/watch-network'
import { watchVisibility } from '../effects/watch-visibility'
import type { BaseEnvironment } from '../environment'
import type { AuthjsSource } from './authjs-source'
import type { Reporter } from './reporter'

/** The running session chart, for selectors of your own and for inspectors. Use its tags, not its state paths. */
export interface SessionActor extends ActorRefFrom<typeof sessionMachine> {}

export interface RunOptions {
  memory: SessionMemory
  settings: SessionSettings
  environment: BaseEnvironment
  source: AuthjsSource
  /** The name of this client among those of all tabs. */
  tabId: string
  /** The name of the user in a session. */
  userOf(session: object): string | null
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
  const { environment, source } = options
  // An actor that fails disposes nothing, so whatever an effect holds hangs on this as well.
  const scope = new AbortController()
  const surroundings = { ...options, epoch: () => source.tabs()?.ledger().epoch ?? 0 }

  const machine = sessionMachine.provide({
    actors: {
      readSession: asking(scope.signal, (_, signal) => askForSession(surroundings, signal, source.read)),
      updateSession: asking(scope.signal, ({ id }, signal) =>
        askForSession(surroundings, signal, () => source.update(id, signal)),
      ),
      signIn: source.signIn,
      signOut: source.signOut,
      navigate: asking(scope.signal, async ({ id }) => source.leave(id)),
      alarm: createAlarm(scope.signal, environment),
      watchNetwork: watchNetwork(scope.signal, environment),
      watchVisibility: watchVisibility(scope.signal, environment),
      listenToTabs: listenToTabs(scope.signal, environment, source),
      takeTurn: createTakeTurn(scope.signal, environment, source),
    },
    actions: {
      tellTabsOfChange: () => source.tabs()?.tellNextAuth('getSession'),
      tellTabsOfSignOut: () => source.tabs()?.tellNextAuth('signout'),
      shareAnswer: ({ context, event }) => source.tabs()?.shareAnswer(context, event),
      repeatAnswer: ({ context }) => source.tabs()?.repeatAnswer(context),
      shareSignOut: ({ context }) => source.tabs()?.shareSignOut(context),
      shareFailure: ({ context }) => source.tabs()?.shareFailure(context),
      askTabs: () => source.tabs()?.ask(),
    },
  })

  const actor = createActor(machine, {
    input: {
      at: environment.now(),
      tabId: options.tabId,
      settings: options.settings,
      memory: options.memory,
    },
    inspect: options.inspect,
    clock: {
      setTimeout: (callback, milliseconds) => environment.after(milliseconds, callback),
      clearTimeout: (disarm) => disarm?.(),
    },
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
