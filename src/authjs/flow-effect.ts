import { fromPromise } from 'xstate'
import { toSessionError } from '../session-error'
import type { FindFlow, Flow } from './flow'

/** An effect of a sign-in or sign-out chart. What it throws is kept in the flow, for whoever called. */
export function flowEffect<Output>(
  findFlow: FindFlow,
  run: (flow: Flow, signal: AbortSignal) => Promise<Output>,
) {
  return fromPromise<Output, { id: string }>(async ({ input, signal }) => {
    const flow = findFlow(input.id)
    try {
      return await run(flow, signal)
    } catch (thrown) {
      flow.error = toSessionError(thrown)
      throw flow.error
    }
  })
}
