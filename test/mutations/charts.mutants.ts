import { describe, expect, test } from 'vitest'
import type { AnyStateMachine } from 'xstate'
import { type ChartMutant, mutantsOf, mutate } from './chart-mutants'
import { readChart } from './chart-text'
import { whyUnnoticed } from './equivalent'
import { charts, type RowOf } from './rows'

const NOBODY = -1

describe.each(charts)('%s', (file, machine, rows) => {
  const read = readChart(file)

  test('holds as it is', () => {
    for (const row of rows) row(machine)
  })

  for (const mutant of mutantsOf(machine)) {
    const { line, text } = read(mutant.path)
    const what = mutant.instead ? `${text} becomes '${mutant.instead}'` : `without ${text}`
    test(`${file}:${line} ${mutant.kind}: ${what}`, () => {
      const index = whoNotices(rows, machine, mutant)
      if (whyUnnoticed(mutant)) return expect(index).toBe(NOBODY)
      expect(index, 'No row of the tables notices.').not.toBe(NOBODY)
      // What follows in the text is mostly noticed by the same row.
      rows.unshift(...rows.splice(index, 1))
    })
  }
})

/** The first row that does not hold any more. */
function whoNotices(rows: RowOf[], machine: AnyStateMachine, mutant: ChartMutant): number {
  let index = 0
  try {
    const mutated = mutate(machine, mutant)
    for (; index < rows.length; index++) rows[index]?.(mutated)
    return NOBODY
  } catch {
    return index
  }
}
