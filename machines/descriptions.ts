import { signInMachine, signOutMachine } from 'sessionchart/machines/flows'
import { sessionMachine } from 'sessionchart/machines/session'
import type { AnyStateNode } from 'xstate'

/**
 * What each state is for, by its id (`session.request.reading`). The build takes the texts out of the charts,
 * which every page loads, and keeps them here, for whoever draws the charts.
 */
export const descriptions: Record<string, string> = Object.fromEntries(
  [sessionMachine, signInMachine, signOutMachine].flatMap(({ root }) => describe(root)),
)

function describe(node: AnyStateNode): Array<[id: string, description: string]> {
  return [[node.id, node.description ?? ''], ...Object.values(node.states).flatMap(describe)]
}
