import type { Environment } from 'sessionchart/client'
import { isNumber } from './tab-message'

/** What tabs that were away, or are not open yet, can know of the last write: no personal data. */
export interface Ledger {
  /** The number of the last write, 0 when there was none. */
  epoch: number
  /** The number of the last sign-out that worked, 0 when there was none. */
  out: number
  /** A tab has left its page to sign in, and nobody has read since. */
  leaving: boolean
  /** Nobody has said that the last write has come to its end. */
  open: boolean
}

/** What is in the ledger. One that is missing, unreadable or of another version is an empty one. */
export function readLedger(environment: Environment, name: string): Ledger {
  const { v, epoch, out, leaving, open } = parse(environment.readShared(name))
  const now = environment.now()
  return v === 1 && isNumber(epoch, now) && isNumber(out, now)
    ? { epoch, out, leaving: leaving === true, open: open === true }
    : { epoch: 0, out: 0, leaving: false, open: false }
}

/**
 * Writes into the ledger, and never an older number over a newer one. `leaving` is a fact of its own: it is added
 * under any epoch, and taken away only under the one that is there, by who knows what the others have written. Whether
 * the last write is open is for whoever knows of it to say.
 */
export function writeLedger(environment: Environment, name: string, ledger: Ledger): void {
  const stored = readLedger(environment, name)
  const epoch = Math.max(stored.epoch, ledger.epoch)
  const out = Math.max(stored.out, ledger.out)
  const leaving = ledger.leaving || (stored.leaving && stored.epoch !== ledger.epoch)
  const { open } = ledger.epoch < stored.epoch ? stored : ledger
  const facts = { ...(leaving && { leaving }), ...(open && { open }) }
  environment.writeShared(name, JSON.stringify({ v: 1, epoch, out, ...facts }))
}

function parse(text: string | null): { [Name in 'v' | keyof Ledger]?: unknown } {
  try {
    return Object(JSON.parse(text ?? ''))
  } catch {
    return {}
  }
}
