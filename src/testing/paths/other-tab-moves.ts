import type { Session } from 'sessionchart'
import type { SessionData, SessionEvent } from 'sessionchart/machines/session'
import { identityOf } from '../events/answers'
import type { OtherTab } from '../stage/other-tab'
import type { Move } from './move'
import { contextOf, happen, type Situation } from './situation'

const from = 'another tab'

/** What another tab begins, while it has nothing else to do. */
function begins(
  description: string,
  what: Exclude<Situation['otherTab'], 'nothing'>,
  take: (otherTab: OtherTab, who: Session) => Promise<void>,
): Move {
  return {
    description,
    from(situation) {
      const { snapshot, at, otherTab } = situation
      // Without a network it has failed before anything could come between.
      const isThere =
        otherTab === 'nothing' && snapshot.matches({ tabs: { listening: 'joined' }, network: 'online' })
      // It reads when this one does not, or they would wait for each other.
      if (!isThere || (what === 'a read' && !snapshot.matches({ request: 'idle' }))) return null
      const events: SessionEvent[] =
        what === 'a read' ? [] : [{ type: 'otherTab.began', at, from, epoch: next(situation) }]
      return happen(situation, events, { otherTab: what })
    },
    take: ({ otherTab, who }) => take(otherTab, who),
  }
}

/** How that ends. */
function ends(
  description: string,
  what: Situation['otherTab'],
  event: (situation: Situation, who: Session) => SessionEvent,
  outcome: 'answered' | 'lost',
): Move {
  return {
    description,
    from: (situation, who) =>
      situation.otherTab === what && situation.snapshot.matches({ tabs: { listening: 'joined' } })
        ? happen(situation, [event(situation, who)], { otherTab: 'nothing' })
        : null,
    take: ({ otherTab }) => otherTab.finish(outcome),
  }
}

/** Above all numbers that are known. */
const next = (situation: Situation) => Math.max(situation.at, contextOf(situation).highest + 1)
const epochOf = (situation: Situation) => contextOf(situation).foreignWrite ?? next(situation)

function answered(
  situation: Situation,
  session: Session | null,
  why: 'read' | 'sign-in' | 'sign-out',
): SessionEvent {
  const { at } = situation
  const epoch = why === 'read' ? contextOf(situation).order.epoch : epochOf(situation)
  const stamp = Math.max(next(situation), epoch + 1)
  const user = session && identityOf(session)
  const data = session as SessionData | null
  const end = session ? Date.parse(session.expires) : Number.NaN
  const expiresAt = end > at ? end : null
  return { type: 'otherTab.answered', at, epoch, stamp, from, session: data, user, expiresAt, tookMs: 0, why }
}

export const otherTabMoves: Move[] = [
  begins('another tab begins to sign in', 'a sign-in', (tab, who) => tab.begin('sign-in', who)),
  begins('another tab begins to sign out', 'a sign-out', (tab, who) => tab.begin('sign-out', who)),
  begins('another tab asks for the session', 'a read', (tab, who) => tab.begin('read', who)),
  ends('the other tab has signed in', 'a sign-in', (now, who) => answered(now, who, 'sign-in'), 'answered'),
  ends('the other tab has signed out', 'a sign-out', (now) => answered(now, null, 'sign-out'), 'answered'),
  ends(
    'the other tab has its answer',
    'a read',
    (now, who) => answered(now, contextOf(now).data === null ? null : who, 'read'),
    'answered',
  ),
  ends(
    'the other tab could not sign in',
    'a sign-in',
    (now) => ({ type: 'otherTab.ended', at: now.at, from, epoch: epochOf(now) }),
    'lost',
  ),
  ends(
    'the other tab could not sign out',
    'a sign-out',
    (now) => ({ type: 'otherTab.ended', at: now.at, from, epoch: epochOf(now) }),
    'lost',
  ),
]
