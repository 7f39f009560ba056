import type { Table } from '../table'
import { callsRows } from './calls.table'
import { faultRows } from './faults.table'
import { leavingRows } from './leaving.table'
import { lifetimeRows } from './lifetime.table'
import {
  adoptedFailureRows,
  adoptedRows,
  foreignWriteRows,
  joiningRows,
  sharedRows,
} from './other-tabs.table'
import { pollingRows } from './polling.table'
import { providedRows, readAfterProvidedRows } from './provided.table'
import { requestRows } from './request.table'
import { signingInRows } from './signing-in.table'
import { signingOutRows } from './signing-out.table'
import { statusRows } from './status.table'
import { networkRows, tabsRows, visibilityRows } from './surroundings.table'
import { outOfDateRows, turnRows } from './turns.table'
import { laneRows, waiterRows, wishRows } from './wishes.table'

/** What the session chart does, by what it is about. */
export const sessionTables: Record<string, Table> = {
  status: statusRows,
  request: requestRows,
  calls: callsRows,
  'signing in': signingInRows,
  'signing out': signingOutRows,
  leaving: leavingRows,
  'the session prop': providedRows,
  'the read after a changed session prop': readAfterProvidedRows,
  'the lifetime': lifetimeRows,
  polling: pollingRows,
  'the network': networkRows,
  'the visibility': visibilityRows,
  'other tabs': tabsRows,
  'what another tab was answered': adoptedRows,
  'a failure of another tab': adoptedFailureRows,
  'what the other tabs hear': sharedRows,
  'a write of another tab': foreignWriteRows,
  'what is written down': joiningRows,
  'the turn among the tabs': turnRows,
  'an answer that is out of date': outOfDateRows,
  'the lane': laneRows,
  'a reason to read': wishRows,
  'who waits': waiterRows,
  'a fault': faultRows,
}
