/** Why the server is asked for the session. */
export type RefetchTrigger =
  | 'mount'
  | 'poll'
  | 'focus'
  | 'reconnect'
  | 'restored'
  | 'navigation'
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
  /** Wait until the last answer is `LIMIT_MS` old. */
  isLimited: boolean
}

/** How soon after an answer a reason to read that is limited leads to another read. */
export const LIMIT_MS = 5_000

/**
 * The one table that decides what a reason to read does. The chart says what is a reason: look for
 * `trigger: 'focus'` there, and change the row `focus` here.
 */
export const refetchTriggers: Record<RefetchTrigger, TriggerRule> = {
  mount: { interrupts: false, endsBackOff: false, asksOffline: true, isLimited: false },
  poll: { interrupts: false, endsBackOff: false, asksOffline: true, isLimited: false },
  focus: { interrupts: false, endsBackOff: false, asksOffline: false, isLimited: false },
  reconnect: { interrupts: false, endsBackOff: true, asksOffline: true, isLimited: false },
  restored: { interrupts: false, endsBackOff: true, asksOffline: false, isLimited: false },
  navigation: { interrupts: false, endsBackOff: false, asksOffline: false, isLimited: true },
  'other-tab': { interrupts: false, endsBackOff: false, asksOffline: false, isLimited: false },
  'other-tab-sign-out': { interrupts: true, endsBackOff: true, asksOffline: false, isLimited: false },
  prop: { interrupts: true, endsBackOff: false, asksOffline: false, isLimited: false },
  call: { interrupts: true, endsBackOff: true, asksOffline: true, isLimited: false },
  retry: { interrupts: false, endsBackOff: true, asksOffline: true, isLimited: false },
}
