import { SessionError } from 'sessionchart/client'
import { fromPromise } from 'xstate'
import type { AuthjsKit } from './authjs-kit'
import { readCsrfToken } from './csrf'
import type { FindFlow, Flow } from './flow'

/** An effect of a sign-in or sign-out chart. What it throws is reported, and kept in the flow for whoever called. */
export function flowEffect<Output>(
  kit: AuthjsKit,
  findFlow: FindFlow,
  run: (flow: Flow, signal: AbortSignal) => Promise<Output>,
) {
  return fromPromise<Output, { id: string }>(async ({ input, signal }) => {
    const flow = findFlow(input.id)
    try {
      // What is taken back in the same tick never goes out.
      await Promise.resolve()
      if (signal.aborted) throw signal.reason
      return await run(flow, signal)
    } catch (thrown) {
      // What was taken back has not failed.
      if (signal.aborted) throw thrown
      if (thrown instanceof SessionError) {
        flow.error = thrown
        kit.failed(thrown)
      } else kit.fault(thrown)
      throw thrown
    }
  })
}

/** The effect that both charts begin their post with: the token that belongs to the flow. */
export const csrfEffect = (kit: AuthjsKit, findFlow: FindFlow) =>
  flowEffect(kit, findFlow, async (flow, signal) => {
    flow.csrfToken = await readCsrfToken(kit, signal)
  })
