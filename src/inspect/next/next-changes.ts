import type { SessionSnapshot } from '../session-snapshot'
import { laneOf, laneWords } from './lane'
import type { Possibility } from './possibility'
import { tryEvent } from './trial'

const NEW = 'sessionchart: what if'

/** What would come of an update. */
export function nextUpdate(snapshot: SessionSnapshot, at: number): Possibility {
  const { asks } = tryEvent(snapshot, { type: 'session.update', at, id: NEW })
  if (!asks) return { name: 'update', verdict: 'waits', reason: `Waits: ${laneWords(snapshot, at)}.` }
  const isInstead = laneOf(snapshot).startsWith('reading')
  const reason = isInstead ? 'Takes the place of the read that is under way.' : 'Asks the server.'
  return { name: 'update', verdict: 'may', reason }
}

/** What would come of a sign-in or sign-out. */
export function nextFlow(name: 'sign-in' | 'sign-out', snapshot: SessionSnapshot, at: number): Possibility {
  const [type, state] =
    name === 'sign-in'
      ? (['session.signIn', 'signingIn'] as const)
      : (['session.signOut', 'signingOut'] as const)
  const { after } = tryEvent(snapshot, { type, at, id: NEW, provider: null, redirect: 'never' })
  const isTaken = after.matches({ operation: state }) && after.context.operation?.id === NEW
  if (!isTaken) return { name, verdict: 'no', reason: `One at a time: ${underWay(snapshot)}.` }
  // It has the lane, if only to wait for its turn among the tabs.
  if (after.matches({ request: 'lent' })) return { name, verdict: 'may', reason: 'Begins at once.' }
  return { name, verdict: 'waits', reason: `Waits: ${laneWords(snapshot, at)}.` }
}

function underWay(snapshot: SessionSnapshot): string {
  if (snapshot.hasTag('leaving')) return 'the page is being left'
  return snapshot.hasTag('signing-in') ? 'a sign-in is under way' : 'a sign-out is under way'
}
