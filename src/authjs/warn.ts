import {
  optionNames,
  projectState,
  type SessionActor,
  type SessionClientOptions,
  type SessionError,
  type Suspicion,
} from 'sessionchart/client'

/** Looks into a suspicion. Says once what is wrong and what to do. The client asks in development only. */
export function warn(suspicion: Suspicion): void {
  switch (suspicion.about) {
    case 'answer':
      lookAtAnswer(suspicion.error)
      break
    case 'actor':
      watchSends(suspicion.actor)
      break
    case 'options':
      lookAtOptions()
      break
    case 'copies':
      lookAtCopies(suspicion.count)
      break
    case 'unused options':
      lookAtUnused(suspicion.options)
      break
    case 'providers':
      lookAtProviders(suspicion.options)
  }
}

const KEY = Symbol.for('sessionchart.said')
/** What was said on this page, by whichever copy of this module. */
const page = globalThis as { [KEY]?: Set<string> }

function say(text: string, key = text): void {
  if (isNew(key)) print(text)
}

function isNew(key: string): boolean {
  page[KEY] ??= new Set()
  if (page[KEY].has(key)) return false
  page[KEY].add(key)
  return true
}

const print = (text: string) => console.warn(`sessionchart: ${text}`)

/** A page where Auth.js should be: an app that is shown for every address, or a server's own "not found". */
function lookAtAnswer({ url, status, message }: SessionError): void {
  const isPage = message.endsWith('answered with HTML.')
  if (!isPage && status !== 404) return
  say(
    `${url} answered ${isPage ? 'with HTML' : '404'}. Auth.js is not at this address: ` +
      'basePath, or the route on the server, is probably wrong.',
  )
}

function lookAtOptions(): void {
  say(
    'useSession was called with options in one render, and without any in another. In a production build the two have ' +
      'different hooks, and React throws. Write useSession(condition ? { required: true } : undefined). ' +
      'If you have just edited that call, all is well.',
    'options',
  )
}

function lookAtCopies(count: number): void {
  say(
    `${count} copies of sessionchart are loaded, and none sees the sessions of the others. ` +
      'See with `npm ls sessionchart` where they come from, and let the bundler take one (resolve.dedupe).',
    'copies',
  )
}

function lookAtUnused(options: SessionClientOptions): void {
  const unused = optionNames.filter((name) => options[name] !== undefined)
  if (unused.length > 0) say(`<SessionProvider client={…}> ignores ${unused.join(', ')}.`)
}

/** Watches what is sent from outside. The chart's own events and those of its effects go another way. */
function watchSends(actor: SessionActor): void {
  const { send } = actor
  actor.send = (event) => {
    try {
      lookAtEvent(actor, event)
    } catch {
      // A guard cannot take it. What that does to the chart, it does to it in production as well.
    }
    send(event)
  }
}

function lookAtEvent(actor: SessionActor, event: Parameters<SessionActor['send']>[0]): void {
  const snapshot = actor.getSnapshot()
  const type = String(Object(event).type)
  if (snapshot.status !== 'active') return
  if (!snapshot.machine.events.includes(event.type)) {
    say(
      `the session knows no event "${type}". ` +
        'Call refetch, update, signIn or signOut of the client instead of sending events.',
      type,
    )
  } else if (!snapshot.can(event) && isNew(type)) void tellState(type, snapshot)
}

async function tellState(type: string, snapshot: ReturnType<SessionActor['getSnapshot']>) {
  // Said of the import itself: bundlers make a file of what it names, whether this is ever called or not.
  if (process.env.NODE_ENV !== 'production') {
    const { describeState } = await import('sessionchart/inspect')
    const state = projectState(snapshot.context, (tag) => snapshot.hasTag(tag))
    print(
      `the session does nothing with the event "${type}" in its present state. ${describeState(state)} ` +
        'whatNext of sessionchart/inspect says what it would act on, and why not.',
    )
  }
}

/** With a channel each, clients of the same endpoints may show different sessions. */
const PLACE = ['basePath', 'baseUrl', 'channel'] as const

function lookAtProviders(all: SessionClientOptions[]): void {
  // Tests that do not clean up leave the providers of earlier ones mounted.
  if (process.env.NODE_ENV === 'test') return
  const latest = all.at(-1) ?? {}
  const others = all.slice(0, -1).filter((other) => PLACE.every((name) => other[name] === latest[name]))
  const names = optionNames.filter((name) => others.some((other) => differ(name, other, latest)))
  if (names.length === 0) return
  say(
    `two <SessionProvider>s are mounted at the same time, with different ${names.join(', ')}. ` +
      'Each has a session of its own: mount one around the whole app, or give both the same options.',
  )
}

/** What may differ without harm: each page brings a session and a key of its own, and hears for itself. */
const OWN = ['session', 'refetchKey', 'onError', 'onSessionChange', 'inspect', 'logger']

/** Two functions may be the same, written inline: as JSON they are. */
function differ(name: keyof SessionClientOptions, a: SessionClientOptions, b: SessionClientOptions): boolean {
  if (OWN.includes(name)) return false
  return typeof a[name] !== typeof b[name] || JSON.stringify(a[name]) !== JSON.stringify(b[name])
}
