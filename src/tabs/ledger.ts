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
}

/** What is in the ledger. One that is missing, unreadable or of another version is an empty one. */
export function readLedger(environment: Environment, name: string): Ledger {
  const { v, epoch, out, leaving } = parse(environment.readShared(name))
  const now = environment.now()
  return v === 1 && isNumber(epoch, now) && isNumber(out, now)
    ? { epoch, out, leaving: leaving === true }
    : { epoch: 0, out: 0, leaving: false }
}

/**
 * Writes into the ledger, and never an older number over a newer one. `leaving` is a fact of its own: it is added
 * under any epoch, and taken away only under the one that is there, by who knows what the others have written.
 */
export function writeLedger(environment: Environment, name: string, ledger: Ledger): void {
  const stored = readLedger(environment, name)
  const epoch = Math.max(stored.epoch, ledger.epoch)
  const out = Math.max(stored.out, ledger.out)
  const leaving = ledger.leaving || (stored.leaving && stored.epoch !== ledger.epoch)
  environment.writeShared(name, JSON.stringify({ v: 1, epoch, out, ...(leaving && { leaving }) }))
}

function parse(text: string | null): { [Name in 'v' | keyof Ledger]?: unknown } {
  try {
    return Object(JSON.parse(text ?? ''))
  } catch {
    return {}
  }
}
