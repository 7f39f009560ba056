import type { SessionAnswer } from 'sessionchart/machines/session'
import type { BaseEnvironment } from '../environment'
import { failureFrom, toSessionError } from '../session-error'
import type { Reading } from '../session-source'

export interface Surroundings {
  environment: BaseEnvironment
  userOf(session: object): string | null
}

/** Asks for the session and gives the answer in the chart's words: a failure is an answer, too. */
export async function askForSession(
  { environment, userOf }: Surroundings,
  signal: AbortSignal,
  ask: (signal: AbortSignal) => Promise<Reading>,
): Promise<SessionAnswer> {
  try {
    // A wish that is taken back in the same tick (another one came, the page was left) never goes out.
    await Promise.resolve()
    if (signal.aborted) throw signal.reason
    const reading = await ask(signal)
    const at = environment.now()
    return reading.type === 'signed-out'
      ? { ...reading, at }
      : { ...reading, at, user: userOf(reading.session) }
  } catch (thrown) {
    const failure = failureFrom(toSessionError(thrown))
    return { type: 'unknown', at: environment.now(), failure, jitter: environment.random() }
  }
}
