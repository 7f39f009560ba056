import { SessionOptionError } from 'sessionchart'
import { oneOf } from './check-options'
import type { AuthEndpoint } from './request'

/**
 * How an endpoint fails: `'network'`, nothing comes through; `'answer-lost'`, the server does its work and its answer
 * is lost; `'csrf'`, the csrf token is refused; or an answer of that status, without `body` with the one that Auth.js
 * gives when it is configured wrongly. A `body` that is a string is HTML, anything else is sent as JSON.
 */
export type AuthFailure =
  | 'network'
  | 'answer-lost'
  | 'csrf'
  | { status: number; body?: unknown; headers?: Record<string, string> }

export interface Troubles {
  delay(endpoint: AuthEndpoint | 'all', milliseconds: number | 'infinite'): void
  fail(endpoint: AuthEndpoint | 'all', failure: AuthFailure, options?: { times?: number }): void
  recover(endpoint?: AuthEndpoint | 'all'): void
  /** What the next request meets. Counts it. */
  meet(endpoint: AuthEndpoint | 'other'): { delay: number | 'infinite'; failure: AuthFailure | undefined }
}

const endpoints: string[] = [
  'session',
  'update',
  'csrf',
  'providers',
  'signIn',
  'signOut',
  'all',
] satisfies Array<AuthEndpoint | 'all'>
const withToken = ['update', 'signIn', 'signOut', 'all']

// What timers can count.
const LONGEST = 2_147_483_647

export function createTroubles(): Troubles {
  const delays = new Map<string, number | 'infinite'>()
  const failures = new Map<string, { failure: AuthFailure; left: number }>()

  return {
    delay(endpoint, milliseconds) {
      checkEndpoint(endpoint)
      if (milliseconds !== 'infinite' && !(milliseconds >= 0 && milliseconds <= LONGEST)) {
        throw new SessionOptionError(
          'delay',
          milliseconds,
          `milliseconds, from 0 to ${LONGEST}, or 'infinite'`,
        )
      }
      delays.set(endpoint, milliseconds)
    },
    fail(endpoint, failure, { times = Number.POSITIVE_INFINITY } = {}) {
      checkEndpoint(endpoint)
      checkFailure(failure)
      if (failure === 'csrf' && !withToken.includes(endpoint)) {
        throw new SessionOptionError('endpoint', endpoint, "'update', 'signIn' or 'signOut' for a csrf token")
      }
      if (!(times >= 1)) throw new SessionOptionError('times', times, 'a number, from 1')
      failures.set(endpoint, { failure, left: times })
    },
    recover(endpoint = 'all') {
      checkEndpoint(endpoint)
      for (const kept of [delays, failures]) {
        if (endpoint === 'all') kept.clear()
        else kept.delete(endpoint)
      }
    },
    meet(endpoint) {
      const delay = delays.get(endpoint) ?? delays.get('all') ?? 0
      const name = failures.has(endpoint) ? endpoint : 'all'
      const found = failures.get(name)
      if (found) found.left -= 1
      if (found && found.left < 1) failures.delete(name)
      return { delay, failure: found?.failure }
    },
  }
}

function checkEndpoint(endpoint: string): void {
  if (!endpoints.includes(endpoint)) throw new SessionOptionError('endpoint', endpoint, oneOf(endpoints))
}

function checkFailure(failure: AuthFailure): void {
  if (typeof failure !== 'object' || failure === null) {
    if (['network', 'answer-lost', 'csrf'].includes(failure)) return
    throw new SessionOptionError('failure', failure, "'network', 'answer-lost', 'csrf' or { status }")
  }
  const { status } = failure
  // Those beside are no answers: browsers follow redirects by themselves.
  const isStatus = Number.isInteger(status) && status >= 200 && status <= 599
  if (!isStatus) throw new SessionOptionError('failure.status', status, 'an HTTP status, from 200 to 599')
}
