import type { SessionState } from 'sessionchart'
import { clockTime } from './clock-time'
import { type DescribeOptions, describeCause } from './describe-cause'
import { failureWords } from './failure-words'

/** Causes that say by whom it is known, and not who is signed in. */
const SILENT: Array<SessionState['cause']['type']> = ['seeded', 'prop', 'server']

/**
 * Says who is signed in, as far as that is known, and why: also what has happened meanwhile and did not change it.
 * Nothing personal is in it.
 *
 * @throws SessionOptionError for a cause that this version does not know, as in a recording of a later one.
 *
 * @example
 * ```ts
 * describeState(client.getState())
 * // Still signed in: the last request failed (no answer), and a failed request signs nobody out. Signed in at
 * // 14:03 in this tab (HTTP 200).
 * ```
 */
export function describeState(
  // Not the data: it takes a state of whatever type of session.
  state: Omit<SessionState, 'data'>,
  options: DescribeOptions = {},
): string {
  const sentences = [statusSentence(state), describeCause(state.cause, options), outlook(state, options)]
  return sentences.filter(Boolean).join(' ')
}

type Described = Parameters<typeof describeState>[0]

function statusSentence({ status, cause, error, isUpdating }: Described): string {
  if (status === 'loading') return isUpdating ? 'Loading: an update is under way.' : 'Loading.'
  if (cause.type === 'unreachable') return ''
  const isSignedIn = status === 'authenticated'
  if (error) {
    const failed = `the last request failed (${failureWords(error)})`
    return isSignedIn
      ? `Still signed in: ${failed}, and a failed request signs nobody out.`
      : `Still signed out: ${failed}, and a failed request changes nothing.`
  }
  if (!SILENT.includes(cause.type)) return ''
  return isSignedIn ? 'Signed in.' : 'Signed out.'
}

function outlook({ cause, isExpiring, expiresAt }: Described, { time = clockTime }: DescribeOptions): string {
  if (cause.type === 'unreachable') return 'It is tried again; until then nobody is known to be signed out.'
  if (!isExpiring || expiresAt === null) return ''
  return `The session ends at ${time(expiresAt)} unless the server says that it goes on.`
}
