import { signOutMachine } from 'sessionchart/machines/flows'
import type { Authjs, AuthjsKit } from './authjs-kit'
import type { FindFlow } from './flow'
import { csrfEffect, flowEffect } from './flow-effect'
import { post } from './post'

/** The sign-out chart with Auth.js behind its effects. */
export function createSignOut(kit: AuthjsKit, findFlow: FindFlow): Authjs['signOutLogic'] {
  return signOutMachine.provide({
    actors: {
      readCsrfToken: csrfEffect(kit, findFlow),
      postSignOut: flowEffect(kit, findFlow, (flow, signal) => post(kit, flow, '/signout', signal)),
    },
  })
}
