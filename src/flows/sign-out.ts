import { signOutMachine } from 'sessionchart/machines/flows'
import type { FindFlow } from './flow'
import { flowEffect } from './flow-effect'
import type { FlowKit } from './flow-kit'
import { post } from './post'

/** The sign-out chart with Auth.js behind its effects. */
export function createSignOut(kit: FlowKit, findFlow: FindFlow) {
  return signOutMachine.provide({
    actors: {
      readCsrfToken: flowEffect(findFlow, async (flow, signal) => {
        flow.csrfToken = await kit.readCsrfToken(signal)
      }),
      postSignOut: flowEffect(findFlow, (flow, signal) => post(kit, flow, '/signout', signal)),
    },
  })
}
