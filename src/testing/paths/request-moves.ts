import type { Session } from 'sessionchart'
import type { SessionContext } from 'sessionchart/machines/session'
import { sessionEvents } from '../events/session-events'
import type { Stage } from '../stage/stage'
import { type Matcher, type Move, move } from './move'
import { contextOf } from './situation'

const { read, update, signIn, signOut } = sessionEvents

/** How a request that is out may end. */
const answers = (where: Matcher, { answered, failed }: typeof read): Move[] => [
  move(
    'the server says who is signed in',
    where,
    (at, _, who) => [answered(who, { at })],
    (stage) => reply(stage, where, { session: stage.who }),
  ),
  move(
    'the server says that nobody is signed in',
    where,
    (at) => [answered(null, { at })],
    (stage) => reply(stage, where, { session: null }),
  ),
  move(
    'the request fails',
    where,
    (at) => [failed('network', { at, jitter: 1 })],
    (stage) => reply(stage, where, { fails: true }),
  ),
]

const signingIn = { operation: { signingIn: 'asking' } } as const
const signingOut = { operation: { signingOut: 'asking' } } as const
const stays = (context: SessionContext) => context.operation?.redirect === 'never'

/** Where the page is to be left or not. */
const when = (isRight: (context: SessionContext) => boolean, made: Move): Move => ({
  ...made,
  from: (situation, who) => (isRight(contextOf(situation)) ? made.from(situation, who) : null),
})
const leaves = (context: SessionContext) => !stays(context)

const flows: Move[] = [
  when(
    stays,
    move(
      'the sign-in is accepted',
      signingIn,
      (at, _, who) => [signIn.answered(who, { at })],
      (stage) => reply(stage, signingIn, { session: stage.who }),
    ),
  ),
  when(
    leaves,
    move(
      'the page is to be left for it',
      signingIn,
      () => [signIn.redirected()],
      (stage) => reply(stage, signingIn, {}),
    ),
  ),
  when(
    stays,
    move(
      'the sign-in fails',
      signingIn,
      () => [signIn.failed('network')],
      (stage) => reply(stage, signingIn, { fails: true }),
    ),
  ),
  when(
    stays,
    move(
      'the sign-out has worked',
      signingOut,
      (at) => [signOut.answered({ at })],
      (stage) => reply(stage, signingOut, {}),
    ),
  ),
  when(
    leaves,
    move(
      'the sign-out has worked, and the page is to be left',
      signingOut,
      () => [signOut.redirected()],
      (stage) => reply(stage, signingOut, {}),
    ),
  ),
  when(
    stays,
    move(
      'the sign-out fails',
      signingOut,
      () => [signOut.failed('network')],
      (stage) => reply(stage, signingOut, { fails: true }),
    ),
  ),
]

interface Outcome {
  /** Who is signed in then; `null` is nobody. */
  session?: Session | null
  fails?: boolean
}

/** Answers one request after the other, as long as the chart waits there for the same answer. */
async function reply({ browser, tab }: Stage, where: Matcher, { session, fails }: Outcome): Promise<void> {
  const { network } = browser
  const { actor } = tab.client
  if (session !== undefined) network.session = session
  // Whatever the server would make of it.
  if (session) network.accepts = { tab: tab.id, session }
  const asks = () => actor.getSnapshot().matches(where)
  const { sent } = actor.getSnapshot().context
  const isSame = () => actor.getSnapshot().context.sent === sent
  await browser.answerWhile(() => asks() && isSame(), tab, fails ? 'lost' : 'answered')
  network.accepts = null
}

export const requestMoves: Move[] = [
  ...answers({ request: { reading: 'asking' } }, read),
  ...answers({ request: { updating: 'asking' } }, update),
  ...flows,
]
