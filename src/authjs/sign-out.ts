import { signOutMachine } from 'sessionchart/machines/flows'
import type { SignOutLogic } from '../session-source'
import { csrfEffect, flowEffect } from './flow-effect'
import { post } from './post'

/** The sign-out chart with Auth.js behind its effects. */
export const createSignOut = (): SignOutLogic =>
  signOutMachine.provide({
    actors: {
      readCsrfToken: csrfEffect,
      postSignOut: flowEffect((kit, flow, signal) => post(kit, flow, '/signout', signal)),
    },
  })
