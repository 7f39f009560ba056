import { SessionError } from 'sessionchart/client'
import { fromPromise } from 'xstate'
import { createSurroundings } from '../surroundings'
import type { AuthjsKit } from './authjs-kit'
import { readCsrfToken } from './csrf'
import type { FindFlow, Flow } from './flow'

/** What the effects of a sign-in or sign-out work with. */
interface FlowSurroundings {
  kit: AuthjsKit
  findFlow: FindFlow
}

export const flowSurroundings = createSurroundings<FlowSurroundings>()

/** An effect of a sign-in or sign-out chart. What it throws is reported, and kept in the flow for whoever called. */
export function flowEffect<Output>(
  run: (kit: AuthjsKit, flow: Flow, signal: AbortSignal) => Promise<Output>,
) {
  return fromPromise<Output, { id: string }>(async ({ input, signal, system }) => {
    const { kit, findFlow } = flowSurroundings.get(system)
    const flow = findFlow(input.id)
    try {
      // What is taken back in the same tick never goes out.
      await Promise.resolve()
      if (signal.aborted) throw signal.reason
      return await run(kit, flow, signal)
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
export const csrfEffect = flowEffect(async (kit, flow, signal) => {
  flow.csrfToken = await readCsrfToken(kit, signal)
})
