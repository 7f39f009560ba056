import type { Session } from 'sessionchart'
import { seedMemory } from 'sessionchart/machines/memory'
import type { SessionData, SessionEmitted } from 'sessionchart/machines/session'
import { browserEnvironment, type ClientEnvironment } from '../environment'
import { errorFrom, SessionError, toSessionError } from '../session-error'
import { createCalls, stopped } from './calls'
import type { Protocol } from './engine'
import type { EngineLoader } from './engine-loader'
import type { SignOutOptions } from './flow-calls'
import { identifyUser } from './identify-user'
import { createLateEngine } from './late-engine'
import { checkOptions, compatOf, dialectOf, type SessionClientOptions } from './options'
import { createReporter } from './reporter'
import type { SignInResponse, SignOutResponse } from './responses'
import { isSameSession } from './same-session'
import type { SessionActor } from './session-actor'
import type { SessionClient } from './session-client'
import { createSessionStore } from './session-store'
import type { Suspicion } from './suspicion'
import { apiBaseOf, urlsOf } from './urls'

/** Makes a client: see `createSessionClient`. What it does, its engine does, which may take a moment to be loaded. */
export function createClient<S = Session>(
  loader: EngineLoader,
  given: SessionClientOptions<S> = {},
): SessionClient<S> {
  checkOptions(given)
  let options = given
  const environment: ClientEnvironment = given.environment
    ? { ...browserEnvironment, ...given.environment }
    : browserEnvironment
  const reporter = createReporter(() => options)
  // Noughts at the end change no order, and no name of a user looks like it.
  const tabId = environment.random().toString(36).slice(2, 16).padEnd(14, '0')
  const calls = createCalls()
  const now = () => environment.now()
  const dialect = () => dialectOf(options)
  /** Whether `update()` without data goes the way of an update with data. */
  const posts = () => dialect() === 'v4' || compatOf(options).loadingWhileUpdating
  const userOf = (session: object | null | undefined) =>
    identifyUser(session as S, options.identify, reporter)
  const seed = (session: S | null | undefined) =>
    seedMemory(session as SessionData | null | undefined, userOf(session as object | null | undefined), now())

  const store = createSessionStore<S>({
    memory: seed(given.session),
    now,
    after: environment.after,
    loadingTags: () => (compatOf(options).loadingWhileUpdating ? ['loading', 'updating'] : ['loading']),
    getEngine: () => engine.get(),
    loadEngine: () => engine.load(),
    createRun({ createRun }, memory, hears) {
      const run = createRun({
        memory,
        inspect: options.inspect,
        onEmitted,
        ...hears,
      })
      suspect({ about: 'actor', actor: run.actor })
      return run
    },
    call: reporter.call,
    isOwed: calls.areOpen,
    onEnd: calls.settleAll,
    onLack: reporter.failed,
    onCrash(error, restarts) {
      const message = 'sessionchart: failed twice in 10 s and stays stopped.'
      reporter.fault(restarts ? error : new Error(message, { cause: error }))
    },
  })

  const engine = createLateEngine(loader, {
    options: () => options,
    dialect,
    environment,
    tabId,
    apiBase: () => apiBaseOf(options, environment),
    userOf,
    calls,
    reporter,
    send: store.send,
    isLeaving: () => store.hasTag('leaving'),
    onReady: store.resume,
  })

  /** Of a chart that is not loaded there are none yet: it will ask for them. */
  const settings = () => engine.get()?.settings()

  function onEmitted(event: SessionEmitted) {
    switch (event.type) {
      case 'settled':
        return calls.settle(event.ids, event.failure)
      case 'changed':
        return reporter.call(options.onSessionChange, event.session as S | null, event.cause)
      case 'failed':
        return failed(errorFrom(event.failure), event.isFirst)
      case 'faulted':
        return reporter.fault(event.error)
    }
  }

  function failed(error: SessionError, isFirst: boolean) {
    reporter.failed(error, isFirst)
    suspect({ about: 'answer', error })
  }

  /** What is wrong is said in development only, by code that no page waits for. */
  function suspect(suspicion: Suspicion) {
    if (!environment.isProduction()) engine.use(async ({ warn }) => warn(suspicion)).catch(() => {})
  }

  /** Asks without a chart. A failure is reported and gives nothing. */
  async function ask<T>(what: (protocol: Protocol) => Promise<T>): Promise<T | undefined> {
    try {
      return await engine.use(what)
    } catch (thrown) {
      if (thrown !== stopped) reporter.failed(toSessionError(thrown))
      return undefined
    }
  }

  /** Runs a sign-in or sign-out. For one that stays, that its code cannot be loaded is an answer like others. */
  async function flow<Response extends SignInResponse | SignOutResponse>(
    given: SignOutOptions | undefined,
    run: (protocol: Protocol) => Promise<Response | undefined>,
    url: string | null = null,
  ): Promise<Response | undefined> {
    try {
      return await engine.use(run)
    } catch (error) {
      const { redirect = true } = given ?? {}
      if (redirect || !(error instanceof SessionError)) throw error
      reporter.failed(error)
      const response = { error: error.code, status: 0, ok: false, url }
      const result = { value: { type: 'failed', error } }
      return Object.defineProperty(response, 'result', result) as unknown as Response
    }
  }

  /** Sends what somebody waits for. Gives the session after it, or `null` when the request failed. */
  async function call(
    wish: { type: 'session.refetch'; trigger: 'call' } | { type: 'session.update' },
    payload?: string,
  ): Promise<S | null> {
    const { id, ended } = calls.open(payload)
    store.send({ ...wish, at: now(), id })
    return (await ended) ? null : ((store.memory().data ?? null) as S | null)
  }
  const refetch = () => call({ type: 'session.refetch', trigger: 'call' })

  /** Whether the app says something about the session, and not the very object that it said before. */
  const isSaid = (session: S | null | undefined): session is S | null =>
    session !== undefined && session !== store.memory().provided

  const provided = (session: S | null) => ({
    type: 'session.provided' as const,
    at: now(),
    session: session as SessionData | null,
    user: userOf(session as object | null),
  })

  /** Tells the chart what the app says. After a stop it is the next start that does. */
  function hearApp() {
    const { session } = options
    if (!isSaid(session)) return
    if (store.hasRun()) {
      if (store.isRunning()) store.send(provided(session))
    } else if (store.isRunning()) store.foresee(provided(session), afterSaying(session))
    else store.reseed(seed(session))
  }

  /** What a chart would know after the app has said it. */
  const afterSaying = (session: S | null) =>
    compatOf(options).ignoreSessionPropChanges
      ? { ...store.memory(), provided: session as SessionData | null }
      : { ...seed(session), cause: { type: 'prop' as const, at: now() } }

  return new Client(store.actor, {
    clock: { now, after: (milliseconds, callback) => environment.after(milliseconds, callback) },
    getState: store.getState,
    hasTag: store.hasTag,
    ready: async () => void (await engine.load()),
    isReady: () => engine.get() !== null,
    subscribe: store.subscribe,
    watch: store.watch,
    start() {
      store.start()
      hearApp()
    },
    hold() {
      const release = store.hold()
      hearApp()
      return release
    },
    isRunning: store.isRunning,
    stop() {
      store.stop()
      engine.stop(stopped)
    },

    configure(next) {
      // Those of the render that made it.
      if (next === options) return hearApp()
      checkOptions(next)
      const before = JSON.stringify(settings())
      options = next
      const after = settings()
      if (after && JSON.stringify(after) !== before) {
        if (store.isRunning() && store.hasRun())
          store.send({ type: 'settings.changed', at: now(), settings: after })
        else store.discard()
      }
      hearApp()
    },

    preview(session) {
      if (!isSaid(session) || !store.isRunning()) return null
      return store.preview(provided(session), afterSaying(session))
    },

    isOutdated: (session) => store.memory().outdated.some((seen) => isSameSession(seen, session)),

    async getSession(from) {
      if (!environment.isServer()) return refetch()
      const reading = await ask((protocol) => protocol.getSession(from))
      return reading?.type === 'signed-in' ? (reading.session as S) : null
    },

    async refetch() {
      await refetch()
      return store.getState()
    },

    async update(data) {
      // Without data there is nothing to post (v4 does it all the same): it is a read that somebody waits for.
      if (data === undefined && !posts()) return refetch()
      // Now, and not when its turn comes: what cannot be serialised rejects here, and later changes are not sent.
      const json = JSON.stringify(data)
      if (data !== undefined && json === undefined)
        throw new TypeError('update: this data cannot be serialised.')
      return call({ type: 'session.update' }, json)
    },

    // JavaScript callers say `null` for "none".
    signIn: (provider, signInOptions, params, as = dialect()) =>
      flow(signInOptions, ({ signIn }) => signIn(provider, signInOptions ?? {}, params, as)),

    signOut: (signOutOptions, as = dialect()) =>
      flow(signOutOptions, ({ signOut }) => signOut(signOutOptions ?? {}, as), environment.href()),

    requireSignIn: () => engine.use(({ requireSignIn }) => requireSignIn()),

    report: reporter.fault,

    suspect,

    urls: () => urlsOf(options, environment),

    getCsrfToken: (from) => ask((protocol) => protocol.getCsrfToken(from)) as Promise<string | undefined>,

    getProviders: async (from) => (await ask((protocol) => protocol.getProviders(from))) ?? null,
  } satisfies Omit<SessionClient<S>, 'actor'>) as unknown as SessionClient<S>
}

/** The calls of a client, and its actor. A class for the sake of the getter: see session-store.ts. */
class Client {
  readonly #actor: () => SessionActor

  constructor(actor: () => SessionActor, calls: object) {
    this.#actor = actor
    Object.assign(this, calls)
  }

  get actor(): SessionActor {
    return this.#actor()
  }
}
