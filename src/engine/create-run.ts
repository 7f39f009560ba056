import { type SessionSettings, sessionMachine } from 'sessionchart/machines/session'
import { createActor, transition } from 'xstate'
import type { Authjs } from '../authjs/authjs-kit'
import type { Run, RunOptions } from '../client/engine'
import type { Reporter } from '../client/reporter'
import { surroundings } from '../effects/surroundings'
import type { Environment } from '../environment'
import type { SessionSource } from '../session-source'
import { guardInspector } from './guard-inspector'
import { announcers, runningMachine } from './running-machine'

interface Options extends RunOptions {
  settings: SessionSettings
  environment: Environment
  source: SessionSource
  authjs: Pick<Authjs, 'tabs' | 'leave' | 'surround'>
  reporter: Reporter
  tabId: string
  userOf(session: object): string | null
}

/** Makes a life of the session chart. */
export function createRun(options: Options): Run {
  const { environment, source, authjs, userOf } = options
  const { tabs, leave } = authjs
  const life = new AbortController()

  const actor = createActor(runningMachine(), {
    input: {
      at: environment.now(),
      tabId: options.tabId,
      settings: options.settings,
      memory: options.memory,
    },
    inspect: guardInspector(options.inspect, options.reporter),
    clock: {
      setTimeout: (callback, milliseconds) => environment.after(milliseconds, callback),
      clearTimeout: (disarm) => disarm?.(),
    },
  })
  surroundings.set(actor.system, { life: life.signal, environment, source, tabs, userOf, leave })
  announcers.set(actor.system, tabs)
  authjs.surround(actor.system)

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
          life.abort(error)
          options.onCrash(error)
        },
      })
      actor.start()
    },
    stop() {
      // First: what ends with the chart is told from what ends with a state of it.
      life.abort()
      actor.stop()
    },
    preview: (event) => transition(sessionMachine, actor.getSnapshot(), event)[0],
  }
}
