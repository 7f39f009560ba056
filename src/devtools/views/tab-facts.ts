import type { Recording, SessionSnapshot } from 'sessionchart/inspect'
import { pathIn } from '../states/state-paths'

/** What a tab has heard of the others. */
export interface TabFacts {
  /** Those that were heard of, the latest first. */
  others: HeardTab[]
  /** Who was answered last, in words. */
  lastAnswered: string
  /** Whether this tab has its turn at the server, waits for it, or neither. */
  turn: 'has it' | 'waits' | 'none'
  /** Whether this tab can hear others at all. */
  hears: boolean
}

interface HeardTab {
  name: string
  at: number
  /** Such as `answered`. */
  said: string
}

type Said = { from?: string; cause?: { tabId?: string } }

export function tabFacts(snapshot: SessionSnapshot, { parts }: Recording): TabFacts {
  const heard = new Map<string, HeardTab>()
  for (const { at, event } of parts.flatMap((part) => part.steps)) {
    const { from } = event as Said
    if (!event.type.startsWith('otherTab.') || !from) continue
    heard.set(from, { name: from, at, said: event.type.replace('otherTab.', '') })
  }
  const { order, tabId } = snapshot.context
  return {
    others: [...heard.values()].sort((a, b) => b.at - a.at),
    lastAnswered: order.from === '' ? 'nobody yet' : order.from === tabId ? 'this tab' : 'another tab',
    turn: turnOf(snapshot),
    hears: pathIn(Object(snapshot.value).tabs)[0] === 'listening',
  }
}

function turnOf(snapshot: SessionSnapshot): TabFacts['turn'] {
  const [lane, place] = pathIn(Object(snapshot.value).request)
  if (lane !== 'reading' && lane !== 'updating' && lane !== 'lent') return 'none'
  return place === 'queued' ? 'waits' : 'has it'
}
