import type { SessionContext } from 'sessionchart/machines/session'
import { sessionEvents } from '../events/session-events'
import type { Stage } from '../stage/stage'
import { type Matcher, type Move, move } from './move'

const { read, update, signIn, signOut } = sessionEvents

/** How a request that is out may end. */
const answers = (where: Matcher, { answered, failed }: typeof read): Move[] => [
  move(
    'the server says who is signed in',
    where,
    (at, _, who) => [answered(who, { at })],
    (stage) => reply(stage, stage.who),
  ),
  move(
    'the server says that nobody is signed in',
    where,
    (at) => [answered(null, { at })],
    (stage) => reply(stage, null),
  ),
  move('the request fails', where, (at) => [failed('network', { at, jitter: 1 })], refuse),
]

async function reply({ browser, tab, who }: Stage, session: Stage['who'] | null): Promise<void> {
  browser.network.session = session && who
  await browser.go(() => browser.network.answer(tab.id))
}

async function refuse({ browser, tab }: Stage): Promise<void> {
  browser.server.fail('all', 'network')
  await browser.go(() => browser.network.answer(tab.id))
  browser.server.recover()
}

const signingIn = { operation: { signingIn: 'asking' } } as const
const signingOut = { operation: { signingOut: 'asking' } } as const
const stays = (context: SessionContext) => context.operation?.redirect === 'never'

/** Where the page is to be left or not. */
const when = (isRight: (context: SessionContext) => boolean, made: Move): Move => ({
  ...made,
  from: (situation, who) =>
    isRight(situation.snapshot.context as SessionContext) ? made.from(situation, who) : null,
})
const leaves = (context: SessionContext) => !stays(context)

const flows: Move[] = [
  when(
    stays,
    move(
      'the sign-in is accepted',
      signingIn,
      (at, _, who) => [signIn.answered(who, { at })],
      (stage) => answerAll(stage, { accepts: true }),
    ),
  ),
  when(
    leaves,
    move(
      'the page is to be left for it',
      signingIn,
      () => [signIn.redirected()],
      (stage) => answerAll(stage),
    ),
  ),
  when(
    stays,
    move(
      'the sign-in fails',
      signingIn,
      () => [signIn.failed('network')],
      (stage) => answerAll(stage, { fails: true }),
    ),
  ),
  when(
    stays,
    move(
      'the sign-out has worked',
      signingOut,
      (at) => [signOut.answered({ at })],
      (stage) => answerAll(stage),
    ),
  ),
  when(
    leaves,
    move(
      'the sign-out has worked, and the page is to be left',
      signingOut,
      () => [signOut.redirected()],
      (stage) => answerAll(stage),
    ),
  ),
  when(
    stays,
    move(
      'the sign-out fails',
      signingOut,
      () => [signOut.failed('network')],
      (stage) => answerAll(stage, { fails: true }),
    ),
  ),
]

// More than a sign-in sends.
const MOST_REQUESTS = 8

/** Answers one request of a sign-in or sign-out after the other. */
async function answerAll(
  { browser, tab, who }: Stage,
  { accepts = false, fails = false } = {},
): Promise<void> {
  const { network, server } = browser
  if (accepts) network.accepts = who
  if (fails) server.fail('all', 'network')
  for (let count = 0; count < MOST_REQUESTS && isAsking(tab.client.actor.getSnapshot()); count += 1) {
    await browser.go(() => network.answer(tab.id))
  }
  server.recover()
}

const isAsking = (snapshot: ReturnType<Stage['tab']['client']['actor']['getSnapshot']>) =>
  snapshot.matches(signingIn) || snapshot.matches(signingOut)

export const requestMoves: Move[] = [
  ...answers({ request: { reading: 'asking' } }, read),
  ...answers({ request: { updating: 'asking' } }, update),
  ...flows,
]
