/** Why the server is asked for the session. */
export type RefetchTrigger =
  | 'mount'
  | 'poll'
  | 'focus'
  | 'reconnect'
  | 'restored'
  | 'stayed'
  | 'expiry'
  | 'navigation'
  | 'other-tab'
  | 'other-tab-sign-out'
  | 'other-tab-silent'
  | 'prop'
  | 'call'
  | 'retry'
  | 'conflict'

/** @inline */
type TriggerRule =
  /** What another tab is answered meanwhile will not do: somebody waits for it, or it may come too early. */
  | 'asks itself'
  /** The answer of a request that was sent before will not do: it may be older than the reason to ask. */
  | 'needs a newer answer'
  /** Abort such a request and ask again, if it is a read. */
  | 'interrupts'
  /** Ask now although a failed request is being backed off from. */
  | 'ends back-off'
  /** Ask although the browser says that it is offline. */
  | 'asks offline'
  /** An answer that is younger than the limit will do. */
  | 'takes a new answer'
  /** Ask at once, and again not before the limit is over. */
  | 'is limited'
  /** It need not be remembered when nothing can be asked: it comes again, or somebody waits for it. */
  | 'comes again'
  /** Another tab that was answered a moment ago is asked first. */
  | 'asks tabs first'

/**
 * The one table that decides what a reason to read does. The chart says what is a reason: look for
 * `trigger: 'focus'` there, and change the row `focus` here.
 */
export const refetchTriggers: Record<RefetchTrigger, TriggerRule[]> = {
  mount: ['asks offline', 'comes again', 'asks tabs first'],
  poll: ['asks offline', 'comes again'],
  focus: ['takes a new answer'],
  reconnect: ['takes a new answer', 'ends back-off', 'asks offline'],
  // Nobody knows what the page has missed.
  restored: ['ends back-off'],
  stayed: ['ends back-off'],
  expiry: [],
  navigation: ['asks itself', 'needs a newer answer', 'interrupts', 'is limited'],
  // It may come so often that a read which it interrupts never ends.
  'other-tab': ['needs a newer answer', 'is limited'],
  prop: ['asks itself', 'needs a newer answer', 'interrupts'],
  call: ['asks itself', 'needs a newer answer', 'interrupts', 'ends back-off', 'asks offline', 'comes again'],
  retry: ['ends back-off', 'asks offline', 'comes again'],
  // These three ask offline, too: nobody here knows what has changed, and the browser may be wrong, so that no network
  // comes back. A tab with next-auth has signed out:
  'other-tab-sign-out': ['needs a newer answer', 'interrupts', 'ends back-off', 'asks offline'],
  // Another tab has not said what became of its sign-in, sign-out or update:
  'other-tab-silent': ['ends back-off', 'asks offline'],
  // Another tab has changed who is signed in while this one was asking:
  conflict: ['asks itself', 'needs a newer answer', 'interrupts', 'ends back-off', 'asks offline'],
}

export const obeys = (trigger: RefetchTrigger, rule: TriggerRule): boolean =>
  refetchTriggers[trigger].includes(rule)
