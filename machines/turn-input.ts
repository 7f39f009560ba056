import type { SessionContext } from './session-context'

const READ_SPARE_MS = 2_000
const WRITE_PATIENCE_MS = 3_000
// A sign-in is as many requests.
const WRITE_REQUESTS = 4

/** What a turn is wanted for. */
export interface TurnInput {
  /** What changes the session. The other tabs are told of it, under this number, before the turn is asked for. */
  write: { op: 'update' | 'sign-in' | 'sign-out'; epoch: number } | null
  /** A tab that has the turn for so long is taken to be dead. */
  patienceMs: number
  /** The same for one that is in the middle of a write, or may be: where tabs cannot tell each other what they are at. */
  writePatienceMs: number
}

export const turnToRead = (context: SessionContext): TurnInput => ({
  write: null,
  patienceMs: context.settings.requestTimeoutMs + READ_SPARE_MS,
  writePatienceMs: longestWriteMs(context),
})

/** Tabs that live stop reading for a write. Only another write of theirs is waited for. */
export function turnToWrite(context: SessionContext, op: 'update' | 'sign-in' | 'sign-out'): TurnInput {
  const { sent, foreignWrite } = context
  const writePatienceMs = longestWriteMs(context)
  const patienceMs = foreignWrite === null ? WRITE_PATIENCE_MS : writePatienceMs
  return { write: { op, epoch: sent.epoch }, patienceMs, writePatienceMs }
}

/** How long all requests of a write may take together. */
export const longestWriteMs = ({ settings }: SessionContext) => WRITE_REQUESTS * settings.requestTimeoutMs
