import { sessionMachine } from 'sessionchart/machines/session'
import { createActor, transition } from 'xstate'
import type { Authjs } from '../authjs/authjs-kit'
import type { Run, RunOptions } from '../client/engine'
import { createAlarm } from '../effects/alarm'
import { askForSession } from '../effects/ask-for-session'
import { listenToTabs } from '../effects/listen-to-tabs'
import { asking } from '../effects/scope'
import { createTakeTurn } from '../effects/take-turn'
import { watchNetwork } from '../effects/watch-network'
import { watchVisibility } from '../effects/watch-visibility'
import type { BaseEnvironment } from '../environment'
import type { SessionSource } from '../session-source'

interface Surroundings extends RunOptions {
  environment: BaseEnvironment
  source: SessionSource
  authjs: Pick<Authjs, 'tabs' | 'leave'>
  tabId: string
  userOf(session: object): string | null
}

/** Makes a life of the session chart: gives it its effects. */
export function createRun(options: Surroundings): Run {
  const { environment, source, authjs } = options
  const { tabs } = authjs
  // An actor that fails disposes nothing, so whatever an effect holds hangs on this as well.
  const scope = new AbortController()
  const surroundings = { ...options, epoch: () => tabs.ledger().epoch }

  const machine = sessionMachine.provide({
    actors: {
      readSession: asking(scope.signal, (_, signal) => askForSession(surroundings, signal, source.read)),
      updateSession: asking(scope.signal, ({ id }, signal) =>
        askForSession(surroundings, signal, () => source.update(id, signal)),
      ),
      signIn: source.signIn,
      signOut: source.signOut,
      navigate: asking(scope.signal, async ({ id }) => authjs.leave(id)),
      alarm: createAlarm(scope.signal, environment),
      watchNetwork: watchNetwork(scope.signal, environment),
      watchVisibility: watchVisibility(scope.signal, environment),
      listenToTabs: listenToTabs(scope.signal, environment, tabs),
      takeTurn: createTakeTurn(scope.signal, environment, tabs),
    },
    actions: {
      tellTabsOfChange: () => tabs.tellNextAuth('getSession'),
      tellTabsOfSignOut: () => tabs.tellNextAuth('signout'),
      shareAnswer: ({ context, event }) => tabs.shareAnswer(context, event),
      repeatAnswer: ({ context }) => tabs.repeatAnswer(context),
      shareSignOut: ({ context }) => tabs.shareSignOut(context),
      shareFailure: ({ context }) => tabs.shareFailure(context),
      askTabs: () => tabs.ask(),
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
    preview: (event) => transition(sessionMachine, actor.getSnapshot(), event)[0],
  }
}
