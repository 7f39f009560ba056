import type { SessionClientOptions } from 'sessionchart'
import { json } from '../client/fake-auth'
import { createClients } from '../tabs/clients'

/** Every place where somebody's data can get into the charts. A secret is called by its place. */
const PLACES = (
  'seed seed-key prop prop-list answer answer-key user expires update update-key refetch-key next-refetch-key ' +
  'base-path message code thrown-url cause provider provider-kind refusal event-type event-key event-id ' +
  'event-error other-tab other-tab-key other-tab-user other-tab-name result crash'
).split(' ')

/** The secrets that charts are told. Of others, such as passwords, they never hear. */
export const TOLD = PLACES.map((place) => `canary-${place}`)

function canary(place: string): string {
  if (!PLACES.includes(place)) throw new Error(`No secret is called ${place}.`)
  return `canary-${place}`
}

const sessionOf = (value: string, more: object = {}) => ({
  user: { name: canary(value), email: `${canary(value)}@example.com` },
  expires: '2099-01-01T00:00:00.000Z',
  ...more,
})

/** Runs whole clients through everything that can happen to a session, with a canary in every field. */
export async function liveThrough(inspect: SessionClientOptions['inspect']): Promise<void> {
  const { auth, browser, open, pass } = createClients(sessionOf('answer', { [canary('answer-key')]: [1] }))
  const options = {
    basePath: `/${canary('base-path')}/auth`,
    session: sessionOf('seed', { [canary('seed-key')]: 1 }),
    refetchKey: canary('refetch-key'),
  }
  // In development the client warns of events that it does not know.
  const { client, environment } = open({ ...options, inspect, environment: { isProduction: () => true } })
  const settle = () => pass(100)
  /** Lets time pass until the call has its answer: it waits for its turn. */
  const done = async (call: Promise<unknown>) => {
    let isOver = false
    call.finally(() => {
      isOver = true
    })
    while (!isOver) await settle()
  }

  await done(client.refetch())
  auth.session = sessionOf('user', { user: { id: canary('user') }, expires: canary('expires') })
  await done(client.refetch())
  await done(client.update({ [canary('update-key')]: canary('update') }))

  auth.answerNext('/session', () => {
    throw new TypeError(canary('message'), { cause: new Error(canary('cause')) })
  })
  await done(client.refetch())
  auth.answerNext('/session', () => new Response('<h1>', { status: 502, statusText: 'canary-status-text' }))
  await done(client.refetch())

  client.configure({
    ...options,
    inspect,
    environment,
    fetch: (url, init) => auth.fetch(url, init),
    logger: { error() {} },
    session: sessionOf('prop', { roles: [canary('prop-list')] }),
    refetchKey: canary('next-refetch-key'),
  })
  await settle()

  const stay = { redirect: false, callbackUrl: '/canary-callback-url' } as const
  await done(client.signIn(canary('provider'), stay))
  await done(
    client.signIn('credentials', { ...stay, password: 'canary-password' }, { p: 'canary-parameter' }),
  )
  auth.answerNext('/callback/credentials', () => json({ url: `/signin?error=${canary('refusal')}` }))
  await done(client.signIn('credentials', { ...stay, password: 'right' }))
  auth.answerNext('/providers', () => json({ x: { id: 'x', type: canary('provider-kind') } }))
  await done(client.signIn('x', stay))
  auth.answerNext('/providers', () => {
    throw new TypeError(canary('message'), { cause: new Error(canary('cause')) })
  })
  await done(client.signIn('github', stay))
  auth.answerNext('/csrf', () => json({ csrfToken: 'canary-csrf' }))
  auth.answerNext('/session', () => json(sessionOf('result')))
  await done(client.signIn('credentials', { ...stay, password: 'right' }))
  await settle()

  const at = browser.clock.environment.now()
  const send = (event: object) => client.actor.send(event as never)
  send({ type: canary('event-type'), at })
  send({ type: 'session.refetch', at, trigger: 'call', id: canary('event-id'), [canary('event-key')]: 1 })
  const thrown = { code: canary('code'), url: canary('thrown-url') }
  send({ type: 'page.restored', at, error: Object.assign(new Error(canary('event-error')), thrown) })
  await settle()

  const other = browser.openTab().environment.openChannel(`sessionchart:${options.basePath}`, () => {})
  const told = {
    v: 1,
    kind: 'answered',
    from: canary('other-tab-name'),
    epoch: at + 60_000,
    stamp: at + 60_000,
  }
  const session = sessionOf('other-tab', {
    [canary('other-tab-key')]: 1,
    user: { id: canary('other-tab-user'), name: canary('other-tab') },
  })
  other?.post({ ...told, session, expiresAt: null, tookMs: 0, why: 'sign-in' })
  await settle()
  other?.post({ ...told, kind: 'asked' })
  await settle()

  await done(client.signOut(stay))
  // No guard knows it: the chart fails, and a new one starts.
  send({ type: 'session.refetch', at, trigger: canary('crash') })
  await settle()
  await settle()
  client.stop()
}

const BUILT_IN = new Set<unknown>(
  [Object, Function, Array, Error, TypeError, Map, Set, Promise, String, Date].map(
    ({ prototype }) => prototype,
  ),
)
const HARMLESS_CALLS = ['getSnapshot', 'toJSON']
const MOST_REACHED = 1_000_000

/**
 * The canaries in whatever can be reached from a value: by properties of its own and of its prototypes, by getters,
 * symbols, maps and sets, by the source of functions, and by what they give.
 *
 * @throws when there is no end of it.
 */
export function canariesIn(value: unknown): string[] {
  const found = new Set<string>()
  const seen = new Set<unknown>()
  const next: unknown[] = []
  const reach = (one: unknown) => {
    const text = typeof one === 'symbol' ? one.description : one
    if (typeof text === 'string') for (const [name] of text.matchAll(/canary-[a-z-]*[a-z]/g)) found.add(name)
    else if (Object(one) === one && !seen.has(one)) {
      seen.add(one)
      next.push(one)
    }
  }
  reach(value)
  for (let one = next.pop(); one !== undefined; one = next.pop()) {
    for (const reached of reachableFrom(one as object)) reach(reached)
    if (seen.size > MOST_REACHED) throw new Error('It has no end.')
  }
  return [...found]
}

function* reachableFrom(one: object): Generator<unknown> {
  if (one instanceof Map || one instanceof Set) for (const entry of one.entries()) yield* entry
  if (typeof one === 'function') yield String(one)
  for (
    let holder: object | null = one;
    holder && !BUILT_IN.has(holder);
    holder = Object.getPrototypeOf(holder)
  ) {
    for (const key of Reflect.ownKeys(holder)) {
      yield key
      const property = tried(() => Reflect.get(holder, key, one))
      yield property
      if (typeof property === 'function' && HARMLESS_CALLS.includes(String(key)))
        yield tried(() => property.call(one))
    }
  }
}

function tried(look: () => unknown): unknown {
  try {
    return look()
  } catch (error) {
    return error
  }
}
