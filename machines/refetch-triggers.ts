/** Why the server is asked for the session. */
export type RefetchTrigger =
  | 'mount'
  | 'poll'
  | 'focus'
  | 'reconnect'
  | 'restored'
  | 'other-tab'
  | 'other-tab-sign-out'
  | 'prop'
  | 'call'
  | 'retry'

interface TriggerRule {
  /** Abort a read that is out and ask again, because its answer may be older than the reason to ask. */
  interrupts: boolean
  /** Ask now although a failed request is being backed off from. */
  endsBackOff: boolean
  /** Ask although the browser says that it is offline. */
  asksOffline: boolean
}

/**
 * The one table that decides what a reason to read does. The chart says what is a reason: look for
 * `trigger: 'focus'` there, and change the row `focus` here.
 */
export const refetchTriggers: Record<RefetchTrigger, TriggerRule> = {
  mount: { interrupts: false, endsBackOff: false, asksOffline: true },
  poll: { interrupts: false, endsBackOff: false, asksOffline: true },
  focus: { interrupts: false, endsBackOff: false, asksOffline: false },
  reconnect: { interrupts: false, endsBackOff: true, asksOffline: true },
  restored: { interrupts: false, endsBackOff: true, asksOffline: false },
  'other-tab': { interrupts: false, endsBackOff: false, asksOffline: false },
  'other-tab-sign-out': { interrupts: true, endsBackOff: true, asksOffline: false },
  prop: { interrupts: true, endsBackOff: false, asksOffline: false },
  call: { interrupts: true, endsBackOff: true, asksOffline: true },
  retry: { interrupts: false, endsBackOff: true, asksOffline: true },
}
