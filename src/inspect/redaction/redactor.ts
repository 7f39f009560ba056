import { SessionOptionError } from 'sessionchart'
import type { SessionCause, SessionContext } from 'sessionchart/machines/session'
import type { RecordedEvent } from '../recording'
import { isTabId } from '../tab-ids'
import { createAliases } from './aliases'
import { isObject, isPlain, readOwn, safely } from './careful-reading'
import { keeping } from './kept-properties'
import { type Rule, ruleFor } from './known-keys'
import { isProviderId } from './provider-ids'
import { isWord, REDACTED } from './vocabulary'

/** What may pass that is replaced otherwise. */
export interface RedactOptions {
  /** Properties of the session that may pass as they are, by path: `['user.role']`. Default: none. */
  keep?: string[] | undefined
}

/** Replaces everything personal by names that stay the same for the same. */
export interface Redactor {
  /** Gives plain JSON in which everything is replaced that is not known to be harmless, however deep. Never throws. */
  redact(value: unknown): unknown
  /** An event of a chart, or one of XState's own. */
  event(event: { type: string }): RecordedEvent
  /** The context of the session chart. */
  context(context: SessionContext): SessionContext
  cause(cause: SessionCause): SessionCause
}

// Twice as deep as anything of ours.
const DEEPEST = 12

/**
 * Makes a redactor. It knows what may pass, which is what the charts themselves say (states, events, causes, times,
 * counts, settings), and replaces the rest: a session by `{ redacted: 'session 1', expires }`, a user by `'user 1'`,
 * everything else by `'[redacted]'`. Where several properties go, one named `'[redacted]'` says how many. Two sessions
 * get the same name if they say the same, `expires` aside, so that guards decide as before. The names are the
 * redactor's own; it remembers the last thousand of a kind.
 *
 * @throws SessionOptionError for options that make no sense.
 *
 * @example
 * ```ts
 * const redactor = createRedactor({ keep: ['user.role'] })
 * redactor.redact({ type: 'session.provided', at: 0, session: { user: { name: 'Ann', role: 'admin' } } })
 * // { type: 'session.provided', at: 0, session: { user: { role: 'admin' }, redacted: 'session 1' } }
 * ```
 */
export function createRedactor(options: RedactOptions = {}): Redactor {
  if (typeof options !== 'object' || options === null) {
    throw new SessionOptionError('redact', options, 'an object')
  }
  const aliases = createAliases()
  const keep = keeping(options.keep)

  function session(value: unknown): unknown {
    if (!isObject(value)) return REDACTED
    const expires = readOwn(value, 'expires')
    return {
      ...safely(() => keep(value), {}),
      redacted: aliases.session(value),
      ...(expires !== undefined && { expires: dateOf(expires) }),
    }
  }

  function text(value: unknown, rule: Rule): string {
    if (typeof value !== 'string') return REDACTED
    switch (rule) {
      case 'user':
        return aliases.user(value)
      case 'refetchKey':
        return aliases.refetchKey(value)
      case 'provider':
        return isProviderId(value) ? value : aliases.provider(value)
      case 'tab':
        return value === '' || isTabId(value) ? value : aliases.tab(value)
      case 'id':
        return isCallId(value) || isWord(value) ? value : REDACTED
      case 'text':
        return REDACTED
      default:
        return isWord(value) ? value : REDACTED
    }
  }

  /** The properties of an object, each by the rule for its name. */
  function parts(value: object, above: object[]): unknown {
    const result: Record<string, unknown> = {}
    let dropped = 0
    for (const key of Object.keys(value)) {
      const rule = ruleFor(key)
      if (rule) result[key] = apply(rule, readOwn(value, key), [...above, value])
      else dropped += 1
    }
    return dropped > 0 ? { ...result, [REDACTED]: dropped } : result
  }

  const apply = (rule: Rule, value: unknown, above: object[] = []): unknown =>
    safely(() => look(rule, value, above), REDACTED)

  function look(rule: Rule, value: unknown, above: object[]): unknown {
    if (value === undefined || value === null) return value
    if (!isObject(value)) {
      if (rule === 'refetchKey' && typeof value === 'number') return aliases.refetchKey(value)
      const passes = rule === 'plain' && (typeof value === 'boolean' || Number.isFinite(value))
      return passes ? value : text(value, rule)
    }
    if (rule === 'session') return session(value)
    if (above.length > DEEPEST || above.includes(value)) return REDACTED
    const itemRule = itemRules[rule]
    if (itemRule && Array.isArray(value)) {
      return Array.from(value, (item) => apply(itemRule, item, [...above, value]))
    }
    if (rule === 'thrown' || (rule === 'parts' && value instanceof Error)) return thrown(value, above)
    return rule === 'parts' && isPlain(value) ? parts(value, above) : REDACTED
  }

  /** Of whatever was thrown, what a failure is made of. */
  function thrown(value: object, above: object[]): unknown {
    const found: Record<string, unknown> = {}
    for (const key of FAILURE_KEYS) {
      // The charts take a code for ours where there is a `url`, even `undefined`.
      const own = key === 'url' && Object.hasOwn(value, key) ? REDACTED : readOwn(value, key)
      if (own !== undefined) found[key] = own
    }
    return Object.keys(found).length > 0 ? parts(found, above) : REDACTED
  }

  const redact = (value: unknown) => apply('parts', value)

  return {
    redact,
    context: (context) => redact(context) as SessionContext,
    cause: (cause) => redact(cause) as SessionCause,
    event(event) {
      const own = (key: string) => safely(() => readOwn(event, key), REDACTED)
      const type = text(own('type'), 'plain')
      const rule = promised[type]
      // What an effect has answered or thrown goes by a name here that sessions have elsewhere.
      if (rule) return { type, data: apply(rule, own('data')) } as RecordedEvent
      const redacted = redact(event)
      return isObject(redacted) && !Array.isArray(redacted) ? { ...redacted, type } : { type }
    },
  }
}

const FAILURE_KEYS = ['code', 'message', 'url', 'status', 'retryAfterMs']

/** The rules for lists, and for what is in them. */
const itemRules: Partial<Record<Rule, Rule>> = { parts: 'parts', sessions: 'session', ids: 'id' }

const promised: Record<string, Rule> = {
  'xstate.promise.resolve': 'parts',
  'xstate.promise.reject': 'thrown',
}

// As src/client makes them. What has another length or no digit may be a name.
const isCallId = (text: string) => text === '' || /^call-\d{1,9}$/.test(text)

/** A date, written anew; anything else is no date afterwards either. */
function dateOf(expires: unknown): string | null {
  if (expires === null) return null
  const time = typeof expires === 'string' ? Date.parse(expires) : Number.NaN
  return Number.isNaN(time) ? REDACTED : new Date(time).toISOString()
}
