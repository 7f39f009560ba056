import { sessionMachine, signInMachine, signOutMachine } from 'sessionchart/machines'
import { expect } from 'vitest'
import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate'
import { begin } from '../machines/chart'
import { checkStart } from '../machines/session/start'
import { startRows } from '../machines/session/starts.table'
import { sessionTables } from '../machines/session/tables'
import { tagRows } from '../machines/session/tags.table'
import { input } from '../machines/sign-in/situations'
import { signInTables } from '../machines/sign-in/tables'
import { signOutTables } from '../machines/sign-out/tables'
import { check, type Table } from '../machines/table'

/** A row of a table, asked of a machine that may not be that of the app. It throws if it does not hold. */
export type RowOf = (machine: AnyStateMachine) => void

const rowsIn = (tables: Record<string, Table>): RowOf[] =>
  Object.values(tables)
    .flatMap((table) => Object.values(table))
    .map((row) => (machine) => check({ ...row, given: moved(row.given, machine) }))

/** The same situation of another machine. */
const moved = ({ value, context, children }: AnyMachineSnapshot, machine: AnyStateMachine) =>
  Object.assign(machine.resolveState({ value, context }), { children })

const startsAs =
  (own: AnyStateMachine): RowOf =>
  (machine) => {
    const { value } = begin(own, input).snapshot
    expect(begin(machine, input)).toMatchObject({ snapshot: { value }, started: begin(own, input).started })
  }

const sessionRows: RowOf[] = [
  ...Object.values(startRows).map(
    (row): RowOf =>
      (machine) =>
        checkStart(row, machine as typeof sessionMachine),
  ),
  ...rowsIn(sessionTables),
  ...tagRows.map(
    ([, given, tags]): RowOf =>
      (machine) => {
        expect([...moved(given, machine).tags].sort()).toEqual([...tags].sort())
      },
  ),
]

/** The charts, the files that they are written in, and what is known of them. */
export const charts: Array<[file: string, machine: AnyStateMachine, rows: RowOf[]]> = [
  ['machines/session.machine.ts', sessionMachine, sessionRows],
  ['machines/sign-in.machine.ts', signInMachine, [startsAs(signInMachine), ...rowsIn(signInTables)]],
  ['machines/sign-out.machine.ts', signOutMachine, [startsAs(signOutMachine), ...rowsIn(signOutTables)]],
]
