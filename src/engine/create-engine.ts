import type { Authjs } from '../authjs/authjs-kit'
import { createAuthjs } from '../authjs/create-authjs'
import type { Engine, EngineKit } from '../client/engine'
import { askForSession } from '../effects/ask-for-session'
import type { Environment } from '../environment'
import { toReading } from '../wire/read-session'
import { type AuthRequest, request } from '../wire/request'
import { createRun } from './create-run'
import { lateEnvironment } from './late-environment'
import { settingsOf } from './settings'

/** Makes what a client does: it runs the session chart, and speaks the protocol of Auth.js. */
export function createEngine(kit: EngineKit): Engine {
  const { options, tabId, calls, reporter, userOf } = kit
  const environment: Environment = { ...lateEnvironment, ...kit.environment }
  let life = new AbortController()

  const ask = (asked: AuthRequest) =>
    request({ ...options(), environment }, { signal: life.signal, ...asked })
  const read = async (signal: AbortSignal) => toReading(await ask({ path: '/session', signal }))
  const authjs: Authjs = createAuthjs({
    environment,
    tabId,
    channel: () => options().channel,
    userOf,
    apiBase: kit.apiBase,
    request: ask,
    readSession: (signal) => askForSession({ environment, userOf, tabs: authjs.tabs }, signal, read),
    openCall: calls.open,
    failed: reporter.failed,
    fault: reporter.fault,
    send: kit.send,
    isLeaving: kit.isLeaving,
  })

  const settings = () => settingsOf(options())

  return {
    settings,
    protocol: authjs,
    createRun(given) {
      const source = {
        read,
        update(id: string, signal: AbortSignal) {
          const data = calls.payloadOf(id)
          const isRead = data === undefined && kit.dialect() === 'v5'
          return isRead ? read(signal) : authjs.update(data, signal)
        },
      }
      return createRun({
        ...given,
        settings: settings(),
        environment,
        reporter,
        tabId,
        userOf,
        source,
        authjs,
      })
    },
    stop(reason) {
      life.abort(reason)
      life = new AbortController()
    },
  }
}
