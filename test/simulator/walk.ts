import type { SessionState } from 'sessionchart'
import type { Tab } from '../../src/testing/world/tab'
import type { Abilities, TabEnvironment } from '../../src/testing/world/tab-environment'
import type { World } from '../../src/testing/world/world'
import { createNetwork, type Network } from './network'
import type { Lifetime } from './server'
import { createSimulation, openPollingTab, POLL_MS, POLLING } from './tabs'
import type { WalkObserver } from './walk-observer'

/** Something that happens to a tab or to all of them, and how long it is until the next thing happens. */
interface Step {
  what: What
  /** Which of the tabs. */
  tab: number
  waitMs: number
}

export interface Walk {
  seed: number
  tabs: number
  abilities: Abilities
  /** How long a session lasts. Default: a month from the last time that the server was asked. */
  lifetime?: Lifetime | undefined
  /** No tab asks for no reason: what one of them has missed, no poll makes good for. */
  isQuiet?: boolean
  steps: Step[]
}

type What = keyof typeof happenings

const HOUR_MS = 3_600_000
// Longer than any time limit of the library: a request, its turn, a write of another tab, a pause after failures.
const CALM_MS = 150_000
// Who cannot be told, or is told of a write that goes on for ever, waits longer for each tab that is stopped.
const UNTOLD_CALM_MS = 400_000
// Longer than a read takes.
const READ_MS = 30_000
// As long as an answer is under way, and as it is waited for.
const ANSWER_MS = 15_000
// From the end of a session to where it is not shown any more, whatever becomes of the question.
const CONFIRMING_MS = 5_000

const optionsOf = (isQuiet: boolean) => (isQuiet ? { ...POLLING, refetchInterval: 0 } : POLLING)

const signIn = (user: string) => (tab: Tab) =>
  tab.call((client) => client.signIn('credentials', { redirect: false, username: user, password: 'x' }))

type Rendered = ReturnType<Network['render']>

interface Stage {
  world: World
  network: Network
  tabs: Tab[]
  abilities: Abilities
  isQuiet: boolean
  open(seed?: { session: Rendered }): void
  say(problem: string): void
  /** It was not there to see that its session ends. */
  noteBehind(tab: Tab): void
}

const happenings = {
  refetch: (tab: Tab) => tab.call((client) => client.refetch()),
  update: (tab: Tab, { world }: Stage) =>
    tab.call((client) => client.update({ version: world.upTo(1_000_000) })),
  'sign in as ann': signIn('ann'),
  'sign in as bob': signIn('bob'),
  'sign in in vain': signIn('nobody'),
  'sign out': (tab: Tab) => tab.call((client) => client.signOut({ redirect: false })),
  show: (tab: Tab) => tab.turn('visible'),
  hide: (tab: Tab) => tab.turn('hidden'),
  disconnect: (_: Tab, { tabs }: Stage) => {
    for (const tab of tabs) tab.connect(false)
  },
  connect: (_: Tab, { tabs }: Stage) => {
    for (const tab of tabs) tab.connect(true)
  },
  stop: (tab: Tab) => tab.stop(),
  resume: (tab: Tab) => tab.resume(),
  freeze: (tab: Tab) => tab.leave('freeze'),
  leave: (tab: Tab) => tab.leave('pagehide'),
  return: (tab: Tab, { abilities, network, tabs, say }: Stage) => {
    if (tab.is !== 'away') return
    const known = turnOf(shownBy(tab))
    tab.return()
    // Two writes at once end in a read: what is shown until then is open.
    const isQuiet = tabs.every(({ open }) => open.size === 0)
    const isOut = network.signedOut > 0 && network.signedOut === network.written
    const mustKnow = abilities.storage && abilities.channels && isQuiet && isOut && known < network.written
    if (mustKnow && turnOf(shownBy(tab)) === known) say(`${tab.id} is back and shows who has signed out`)
  },
  kill: (tab: Tab) => tab.kill(),
  open: (_: Tab, { open }: Stage) => open(),
  'open a rendered page': (_: Tab, { open, network }: Stage) => open({ session: network.render() }),
  'render another page': (tab: Tab, { network, isQuiet }: Stage) => {
    if (tab.is === 'running') tab.client.configure({ ...optionsOf(isQuiet), session: network.render() })
  },
  'mount anew': (tab: Tab, { noteBehind }: Stage) => {
    if (tab.is !== 'running') return
    tab.client.stop()
    tab.client.start()
    noteBehind(tab)
  },
  'an hour ahead': (_: Tab, { world }: Stage) => world.moveClock(HOUR_MS),
  'an hour back': (_: Tab, { world }: Stage) => world.moveClock(-HOUR_MS),
  'good network': (_: Tab, { network }: Stage) => {
    network.weather = 'good'
  },
  'slow network': (_: Tab, { network }: Stage) => {
    network.weather = 'slow'
  },
  'broken network': (_: Tab, { network }: Stage) => {
    network.weather = 'broken'
  },
} satisfies Record<string, (tab: Tab, stage: Stage) => void>

export const whats = Object.keys(happenings) as What[]

/** It happens to one tab, and not to all of them or to none. */
const isOfOne = (what: What) => !/connect|network|hour|open/.test(what)

/** What a tab shows, and the place of the answer that it shows. */
interface Shown {
  state: SessionState
  order: { epoch: number; stamp: number; from: string }
  highest: number
  tookMs: number
  answeredAt: number | null
  /** The last end of a session that the tab has known, and how the session names it. */
  end: { at: number; expires: string } | null
}

/** The turn at the server of the session that is shown. */
const turnOf = (shown: Shown | undefined) =>
  Number(Object(shown?.state.data).turn ?? Number.POSITIVE_INFINITY)

const shownBy = ({ client }: Tab, before?: Shown): Shown => {
  const { order, highest, tookMs, answeredAt } = client.actor.getSnapshot().context
  const state = client.getState()
  const { data, expiresAt } = state
  const end = data && expiresAt !== null ? { at: expiresAt, expires: data.expires } : (before?.end ?? null)
  return { state, order, highest, tookMs, answeredAt, end }
}

/**
 * When the server is asked whether the session goes on that is shown, all but a second. Of one that was over as it came,
 * and was not known before, no end is known.
 */
function endOf({ state: { data }, tookMs, answeredAt, end }: Shown, network: Network): number {
  if (!data) return Number.POSITIVE_INFINITY
  if (end?.expires === data.expires) return end.at + tookMs
  const isOver = answeredAt !== null && Date.parse(data.expires) <= answeredAt
  return isOver ? Number.POSITIVE_INFINITY : network.endsAt() + ANSWER_MS
}

/** It is in the middle of a write. Who is stopped may have got its turn for one without knowing it. */
const isWriting = ({ client, is, held }: Tab) => {
  const snapshot = client.actor.getSnapshot()
  const isAsking =
    snapshot.matches({ request: { lent: 'granted' } }) ||
    snapshot.matches({ request: { updating: 'asking' } })
  const isQueued =
    snapshot.matches({ request: { lent: 'queued' } }) || snapshot.matches({ request: { updating: 'queued' } })
  return is !== 'dead' && (isAsking || (isQueued && held().includes('lock')))
}
/** A read of it is out that no other tab waits for any more. */
const isReadingOutOfTurn = ({ id, client, is, held }: Tab, network: Network) =>
  is === 'stopped' &&
  client.actor.getSnapshot().matches({ request: { reading: 'asking' } }) &&
  !held().includes('lock') &&
  [...network.open].some(({ tab }) => tab === id)
/** Its turn was taken away. */
const hasLostTurn = (tab: Tab) => isWriting(tab) && tab.client.actor.getSnapshot().context.wish === 'conflict'

/** Looks on at the messages that a tab hears. */
const hearingWrites = (environment: TabEnvironment, hear: (epoch: number) => void): TabEnvironment => ({
  ...environment,
  openChannel: (name, onMessage) =>
    environment.openChannel(name, (message) => {
      const { kind, epoch } = Object(message)
      if (kind === 'began' || kind === 'answered') hear(epoch)
      onMessage(message)
    }),
})

/** Runs a walk. Gives what went wrong, and nothing when all went well. */
export async function run(
  { seed, tabs: count, abilities, lifetime, isQuiet = false, steps }: Walk,
  observer?: WalkObserver,
): Promise<string[]> {
  const world = createSimulation(seed)
  const network = createNetwork(world, { tell: observer?.request, lifetime })
  const tabs: Tab[] = []
  const shownBefore = new Map<Tab, Shown>()
  /** The number of the last write that a tab has heard of. */
  const heardBy = new Map<string, number>()
  /** When a tab was last not there to see that its session ends. */
  const behindAt = new Map<Tab, number>()
  const problems: string[] = []
  const say = (problem: string) => {
    problems.push(problem)
    observer?.sees(problem)
  }
  const blame = (fault: string) => {
    network.faults.push(fault)
    observer?.sees(fault)
  }
  const isCalmSoon = () => abilities.channels && tabs.every(({ is }) => is !== 'stopped')
  const isSteady = steps.every(({ what }) => !what.includes('hour'))
  let robbed = false

  const noteBehind = (tab: Tab) => behindAt.set(tab, world.now())
  const open = (seed?: { session: Rendered }) => {
    const id = `tab ${tabs.length + 1}`
    const hear = (epoch: number) => heardBy.set(id, Math.max(epoch, heardBy.get(id) ?? 0))
    const wrap = observer?.wrapperOf(id) ?? ((environment) => environment)
    const options = { ...optionsOf(isQuiet), ...seed }
    const tab = openPollingTab(
      world,
      network,
      id,
      abilities,
      (own) => wrap(hearingWrites(own, hear)),
      options,
    )
    tabs.push(tab)
    observer?.opens(tab)
    tab.client.start()
  }
  /** The server has said so since the session was shown, or it has come to its end. */
  const isEnd = (before: Shown, { state: { cause } }: Shown) =>
    network.nobody >= turnOf(before) ||
    (cause.type === 'expired' && (!isSteady || world.now() >= endOf(before, network)))
  const look = () => {
    for (const tab of tabs) {
      if (tab.is === 'dead') continue
      const before = shownBefore.get(tab)
      const now = shownBy(tab, before)
      check(tab, before, now, say)
      const isLeft = before?.state.status === 'authenticated' && now.state.status === 'unauthenticated'
      if (isLeft && !isEnd(before, now)) blame(`${tab.id} is signed out by ${now.state.cause.type}`)
      const heard = heardBy.get(tab.id) ?? 0
      if (now.order.epoch < heard)
        say(`${tab.id} goes by write ${now.order.epoch}, and has heard of ${heard}`)
      const turn = turnOf(now)
      // Who was away hears in one go what was said in the meantime, the old things first.
      const isOld = !tab.isBehind && turn < network.written && turn !== turnOf(before)
      if (isOld) blame(`${tab.id} shows what was so before the last write`)
      shownBefore.set(tab, now)
      if (tab.is !== 'running' || tab.isBehind) noteBehind(tab)
      const endedAt = Math.max(endOf(now, network), behindAt.get(tab) ?? 0)
      if (isSteady && world.now() > endedAt + CONFIRMING_MS) say(`${tab.id} shows a session that has ended`)
      const evicting = tab.is === 'away' ? tab.held().filter((name) => /lock|queue|channel/.test(name)) : []
      if (evicting.length > 0) say(`${tab.id} is away and holds: ${evicting}`)
      const requests = [...network.open].filter((request) => request.tab === tab.id).length
      if (requests > 1) say(`${tab.id} has ${requests} requests out`)
    }
    // A write of a stopped tab that another one does not wait for any more can be undone: nobody can help it.
    if (tabs.some((tab) => tab.is !== 'running' && isWriting(tab))) robbed = true
    // Nor a sign-out by its read, which takes the server longer than anybody waits for who does not answer.
    if (abilities.locks && tabs.some((tab) => isReadingOutOfTurn(tab, network))) robbed = true
    // Nor one of which another tab does not know, because nobody has told it.
    if (abilities.loss > 0 && tabs.some(hasLostTurn)) robbed = true
  }

  await world.pass(0, () => {})
  observer?.begins(world)
  for (let index = 0; index < count; index += 1) open()
  for (const { what, tab, waitMs } of steps) {
    const chosen = tabs[tab % tabs.length] as Tab
    observer?.step(what, isOfOne(what) ? chosen : null)
    happenings[what](chosen, { world, network, tabs, abilities, isQuiet, open, say, noteBehind })
    await world.pass(waitMs, look)
    if (problems.length > 0) return problems
  }

  observer?.step('after the walk: the network is good, and nothing else happens', null)
  network.weather = 'good'
  for (const tab of tabs) tab.connect(true)
  await world.pass(isCalmSoon() ? CALM_MS : UNTOLD_CALM_MS, look)
  for (const tab of tabs.filter(({ is }) => is === 'running')) {
    if (tab.open.size > 0) say(`${tab.id} has ${tab.open.size} calls that are not settled`)
    if (tab.client.getState().isStale) say(`${tab.id} has not tried again`)
  }
  observer?.step('who is stopped or away is back', null)
  for (const tab of tabs) {
    tab.resume()
    tab.return()
  }
  await world.pass((isCalmSoon() ? CALM_MS : UNTOLD_CALM_MS) - 2 * POLL_MS, look)
  const before = network.reads()
  await world.pass(2 * POLL_MS, look)
  const reads = network.reads() - before
  // One at the beginning of the first interval, one between them, one at the end.
  if (canAgree(abilities) && reads > 3) say(`the tabs have polled ${reads} times in two intervals`)
  const alive = tabs.filter(({ is }) => is !== 'dead')
  const cookie = network.cookie()
  const agree = () => {
    for (const tab of alive) {
      const { data } = tab.client.getState()
      const user = (data?.user as { id?: string } | undefined)?.id ?? null
      if (user !== (cookie?.user ?? null)) say(`${tab.id} shows ${user}, the server ${cookie?.user ?? null}`)
    }
  }
  // Sessions that last shorter than it is until the next poll may end just now.
  if (canAgree(abilities) && lifetime === undefined) agree()
  observer?.step('each tab reads once more', null)
  for (const tab of alive) {
    if (tab.open.size > 0) say(`${tab.id} has ${tab.open.size} calls that are not settled after all`)
    tab.call((client) => client.refetch())
  }
  await world.pass(READ_MS, look)

  if (abilities.locks && !robbed) problems.push(...network.faults)
  agree()
  for (const tab of alive) {
    if (tab.open.size > 0) say(`${tab.id} has a last call that is not settled`)
  }
  observer?.step('each client is stopped', null)
  for (const tab of alive) {
    tab.client.stop()
    // A lock that is on its way when it is not wanted any more is given back on arrival.
    await world.pass(10, () => {})
    if (tab.held().length > 0) say(`${tab.id} holds after its stop: ${tab.held()}`)
  }
  return problems
}

/** What holds at any time. */
function check({ id, client }: Tab, before: Shown | undefined, now: Shown, say: (problem: string) => void) {
  const { status, data } = now.state
  if ((status === 'authenticated') !== Boolean(data)) say(`${id} is ${status} with ${JSON.stringify(data)}`)
  if (!client.isRunning()) say(`${id} has crashed`)
  const { order, highest } = now
  if (highest < order.epoch || highest < order.stamp) say(`${id} counts from ${highest}`)
  if (!before) return
  if (isBefore(order, before.order)) say(`${id} went back from ${text(before.order)} to ${text(order)}`)
}

const text = ({ epoch, stamp, from }: Shown['order']) => `${epoch}/${stamp}/${from}`
const isBefore = (one: Shown['order'], other: Shown['order']) =>
  one.epoch !== other.epoch
    ? one.epoch < other.epoch
    : one.stamp !== other.stamp
      ? one.stamp < other.stamp
      : one.from < other.from
const canAgree = ({ locks, channels, storage, loss }: Abilities) => locks && channels && storage && loss === 0
