import { failureFrom, toSessionError } from 'sessionchart/client'
import type { SessionAnswer } from 'sessionchart/machines/session'
import type { BaseEnvironment } from '../environment'
import type { Reading } from '../session-source'

/** What it takes to ask. */
interface Asker {
  environment: BaseEnvironment
  userOf(session: object): string | null
  /** The number of the last write of any tab. */
  tabs: { ledger(): { epoch: number } }
}

/** Asks for the session and gives the answer in the chart's words: a failure is an answer, too. */
export async function askForSession(
  { environment, userOf, tabs }: Asker,
  signal: AbortSignal,
  ask: (signal: AbortSignal) => Promise<Reading>,
): Promise<SessionAnswer> {
  try {
    // A wish that is taken back in the same tick (another one came, the page was left) never goes out.
    await Promise.resolve()
    if (signal.aborted) throw signal.reason
    const sentAt = environment.now()
    const reading = await ask(signal)
    const facts = { at: environment.now(), sentAt, epoch: tabs.ledger().epoch }
    return reading.type === 'signed-out'
      ? { ...reading, ...facts }
      : { ...reading, ...facts, user: userOf(reading.session) }
  } catch (thrown) {
    const failure = failureFrom(toSessionError(thrown))
    return { type: 'unknown', at: environment.now(), failure, jitter: environment.random() }
  }
}
