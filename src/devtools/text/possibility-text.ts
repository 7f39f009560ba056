import type { Possibility } from 'sessionchart/inspect'

/** What may happen, for a reader. */
export const possibilityText: Record<Possibility['name'], string> = {
  poll: 'Poll',
  retry: 'Next try',
  focus: 'The tab comes to the front',
  reconnect: 'The network is back',
  restored: 'The page comes back from the cache',
  navigation: 'The refetchKey changes',
  'other-tab': 'Another tab says that something changed',
  prop: 'Another session prop',
  call: 'refetch() is called',
  update: 'update() is called',
  'sign-in': 'signIn() is called',
  'sign-out': 'signOut() is called',
  expiry: 'The session ends',
}

/** What would come of it, in a word. */
export const verdictText: Record<Possibility['verdict'], string> = {
  will: 'will',
  may: 'may',
  joins: 'joins',
  waits: 'waits',
  no: 'nothing',
}

const ORDER: Array<Possibility['verdict']> = ['will', 'waits', 'joins', 'may', 'no']

/** What comes by itself first, and the sooner the earlier. */
export function byUrgency(possibilities: Possibility[]): Possibility[] {
  const place = ({ verdict, dueAt = Number.POSITIVE_INFINITY }: Possibility) => [
    ORDER.indexOf(verdict),
    dueAt,
  ]
  return [...possibilities].sort((a, b) => {
    const [verdictA = 0, dueA = 0] = place(a)
    const [verdictB = 0, dueB = 0] = place(b)
    return verdictA - verdictB || (dueA < dueB ? -1 : dueA > dueB ? 1 : 0)
  })
}
