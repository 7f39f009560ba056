import type { AuthServer } from './auth-server'
import { checkSession } from './check-options'
import { createCookies } from './cookies'
import { failureReply } from './failure-reply'
import { arrival, toPlain } from './fetch'
import type { AuthServerOptions } from './options'
import type { PlainAnswer, PlainRequest } from './plain'
import type { Reply } from './reply'
import { type Asked, type AuthRequest, baseFor, readRequest } from './request'
import type { Server } from './server'
import { createSessions } from './sessions'
import { settingsOf } from './settings'
import { asSent } from './token'
import { type AuthFailure, createTroubles } from './troubles'
import { answerV4 } from './v4'
import { answerV5 } from './v5'
import { cookiesSet, newVisitor, type Visitor } from './visitor'

/**
 * An Auth.js server in memory: it answers sign-in, sign-out, updates and reads as a real one does, with the same
 * status, body and refusals, and fails when you want it to.
 *
 * It has one visitor, except for who gives `answer` another: whoever asks is signed in or is not, and cookies are
 * neither set nor looked at. `signIn` with a password works; for OAuth and email the answer is where the browser has to go, and what happens there is up to you:
 * set `session` for somebody who has come back.
 *
 * @throws SessionOptionError naming the option that makes no sense, and its value.
 *
 * @example
 * ```ts
 * const auth = createAuthServer({ users: [{ name: 'ann', password: 'right', email: 'ann@example.com' }] })
 * auth.fail('session', { status: 503 }, { times: 1 })
 *
 * const response = await auth.fetch(new Request('https://site.example/api/auth/session'))
 * ```
 */
export function createAuthServer(options: AuthServerOptions = {}): AuthServer {
  const settings = settingsOf(options)
  const { basePath, callbacks, now, session, version } = settings
  const { meet, ...troubles } = createTroubles()
  const requests: AuthRequest[] = []
  const visitorOfAll = newVisitor(session, now())
  const sessionOfAll = createSessions(settings, visitorOfAll)
  const allows = async (params: object) => (callbacks.signIn ? callbacks.signIn(params) : true)
  const reply = version === 'v4' ? answerV4 : answerV5

  async function respond(asked: Asked, failure: AuthFailure | undefined, visitor: Visitor) {
    if (failure === 'network') return null
    if (typeof failure === 'object') return failureReply(failure, version)
    const [cookies, sessions] = [createCookies(callbacks, visitor), createSessions(settings, visitor)]
    const server: Server = { ...settings, allows, cookies, sessions }
    const fields = failure === 'csrf' ? { ...asked.fields, csrfToken: '' } : asked.fields
    const given: Reply = await reply({ ...asked, fields }, server)
    return failure === 'answer-lost' ? null : given
  }

  async function answer(sent: PlainRequest, visitor = visitorOfAll): Promise<PlainAnswer | undefined> {
    const base = baseFor(sent.url, basePath)
    if (!base) return undefined
    const asked = readRequest(sent, base)
    requests.push(asked.request)
    const { delay, failure } = meet(asked.request.endpoint)
    const before = { ...visitor }
    const given = await respond(asked, failure, visitor)
    return given
      ? { type: 'reply', ...given, delay, cookies: cookiesSet(before, visitor) }
      : { type: 'lost', delay }
  }

  return {
    requests,
    ...troubles,
    answer,
    async fetch(request) {
      if (!baseFor(request.url, basePath)) return undefined
      const given = await answer(await toPlain(request))
      return given && arrival(given)
    },
    createVisitor(session = null) {
      checkSession(session)
      return newVisitor(asSent(session) as typeof session, now())
    },
    get session() {
      return sessionOfAll.current
    },
    set session(next) {
      checkSession(next)
      sessionOfAll.put(next)
    },
    signOutElsewhere() {
      sessionOfAll.put(null)
    },
    reset() {
      Object.assign(visitorOfAll, newVisitor(session, now()))
      troubles.recover()
      requests.length = 0
    },
  }
}
