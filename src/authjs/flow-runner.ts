import { SessionError } from 'sessionchart/client'
import type { SessionEvent } from 'sessionchart/machines/session'
import type { AuthjsKit } from './authjs-kit'
import type { Flow } from './flow'
import { flowKey, refuseTarget } from './flow-options'

type Respond<Response> = (flow: Flow, error: SessionError | null) => Response

/** Runs sign-ins and sign-outs, and keeps their payloads where the effects find them by id. */
export interface FlowRunner {
  /** Runs a flow, or joins the same one if it is under way, as on a double click. */
  run<Response>(flow: Flow, respond: Respond<Response>): Promise<Response | undefined>
  find(id: string): Flow
}

export function createFlowRunner({ environment, openCall, send, isLeaving }: AuthjsKit): FlowRunner {
  const running = new Map<string, { flow: Flow; promise: Promise<unknown> }>()

  return {
    find(id) {
      const entry = running.get(id)
      if (!entry) throw new Error(`sessionchart: nothing is known of the call ${id}.`)
      return entry.flow
    },
    run<Response>(flow: Flow, respond: Respond<Response>) {
      // A page that was left is gone, or has stayed after all.
      for (const [id, { flow }] of running) if (flow.hasLeft && !isLeaving()) running.delete(id)
      const same = [...running.values()].find((other) => areSame(other.flow, flow))
      if (same) return same.promise as Promise<Response | undefined>

      const refused = refuseTarget(flow, environment)
      if (refused) return conclude(flow, refused, respond)

      const { id, ended } = openCall()
      const promise = ended
        .then((failure) => conclude(flow, failure && (flow.error ?? new SessionError(failure)), respond))
        .finally(() => {
          // The second click may come while the page is on its way out.
          if (!flow.hasLeft) running.delete(id)
          // The page may be kept, for the way back: its fields are not.
          flow.fields = {}
        })
      running.set(id, { flow, promise })
      send(eventOf(flow, id, environment.now()))
      return promise
    },
  }
}

/** Of one whose page is on its way out, the fields are not known any more: any click on the same button is the second. */
const areSame = (known: Flow, asked: Flow): boolean =>
  flowKey(known) === flowKey(known.hasLeft ? { ...asked, fields: known.fields } : asked)

function eventOf({ kind, provider, redirect }: Flow, id: string, at: number): SessionEvent {
  switch (kind) {
    case 'sign-in':
      return { type: 'session.signIn', at, id, provider, redirect }
    case 'sign-out':
      return { type: 'session.signOut', at, id, redirect }
    case 'leave':
      return { type: 'session.leave', at, id }
  }
}

/** A caller who let the browser leave gets nothing, or the error; one who stays gets the response either way. */
async function conclude<Response>(flow: Flow, error: SessionError | null, respond: Respond<Response>) {
  if (flow.hasLeft) return undefined
  if (flow.redirect !== 'always') return respond(flow, error)
  if (error) throw error
  return undefined
}
