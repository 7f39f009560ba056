import type { SessionEvent } from 'sessionchart/machines/session'
import type { Authjs } from '../authjs/authjs-kit'
import { askForSession } from '../effects/ask-for-session'
import type { ClientEnvironment } from '../environment'
import type { SessionSource } from '../session-source'
import { isNobody, toReading } from '../wire/read-session'
import { type AuthRequest, bodyOf, request, unexpected } from '../wire/request'
import { apiBaseOf } from '../wire/urls'
import { type Calls, stopped } from './calls'
import { createLateAuthjs, type LateAuthjs, lateLogic } from './late-authjs'
import { dialectOf, type SessionClientOptions } from './options'
import type { Reporter } from './reporter'

interface Surroundings {
  options(): Omit<SessionClientOptions, 'session' | 'identify' | 'onSessionChange'>
  environment: ClientEnvironment
  reporter: Reporter
  calls: Calls
  userOf(session: object): string | null
  tabId: string
  send(event: SessionEvent): void
  isLeaving(): boolean
}

/** Auth.js as a client meets it. Reading works at once, the rest as soon as it is loaded. */
export interface AuthjsSource extends SessionSource {
  use: LateAuthjs['use']
  /** Ends the requests that no chart runs. */
  stop(): void
  loadTabs(): Promise<Authjs['tabs']>
  /** The other tabs, if what speaks with them is loaded. */
  tabs(): Authjs['tabs'] | undefined
  /** Sends the browser where the flow with this id leads. */
  leave(id: string): void
}

export function createAuthjsSource(surroundings: Surroundings): AuthjsSource {
  const { options, environment, reporter, calls, userOf, tabId, send, isLeaving } = surroundings

  let life = new AbortController()
  const ask = (asked: AuthRequest) =>
    request({ ...options(), environment }, { signal: life.signal, ...asked })
  const read = async (signal: AbortSignal) => toReading(await ask({ path: '/session', signal }))

  const authjs = createLateAuthjs({
    environment,
    tabId,
    channel: () => options().channel,
    userOf,
    apiBase: () => apiBaseOf(options(), environment),
    request: ask,
    bodyOf,
    unexpected,
    isNobody,
    toReading,
    readSession: (signal) => askForSession(surroundings, signal, read),
    openCall: calls.open,
    failed: reporter.failed,
    fault: reporter.fault,
    send,
    isLeaving,
  })

  return {
    read,
    update(id, signal) {
      const data = calls.payloadOf(id)
      const isRead = data === undefined && dialectOf(options()) === 'v5'
      return isRead ? read(signal) : authjs.use(({ update }) => update(data, signal))
    },
    signIn: lateLogic(() => authjs.get()?.signInLogic),
    signOut: lateLogic(() => authjs.get()?.signOutLogic),
    use: authjs.use,
    stop() {
      life.abort(stopped)
      life = new AbortController()
    },
    loadTabs: () => authjs.use(async ({ tabs }) => tabs),
    tabs: () => authjs.get()?.tabs,
    leave: (id) => authjs.get()?.leave(id),
  }
}
