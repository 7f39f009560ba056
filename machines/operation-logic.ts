import type { ActorLogic } from 'xstate'

// biome-ignore-start lint/suspicious/noExplicitAny: what the logic keeps and hears inside is its own affair
/** Actor logic that runs one sign-in or sign-out and ends with its outcome: a promise, a machine, or another. */
export type OperationLogic<Input, Outcome> = ActorLogic<any, any, Input, any, any> & {
  getInitialSnapshot(...args: any[]): { output?: Outcome | undefined }
}
// biome-ignore-end lint/suspicious/noExplicitAny: as above
