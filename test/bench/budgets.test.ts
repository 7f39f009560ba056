import { expect, test } from 'vitest'
import { readMeasurements } from './report/files'
import { findFigure, findValue } from './report/look-up'

// What counts and bytes may come to at most. How long something takes is written down, and held by nobody: it would
// fail on a slow day. The sizes of what npm gets are held by .size-limit.js, too.
const budgets: Array<[figure: string, most: number, cases?: Array<string | number>]> = [
  ['requests/mount', 1, ['no session given', 'no session given, StrictMode']],
  ['requests/mount', 0, ['a session given', 'a session given, StrictMode']],
  ['requests/poll-interval', 1],
  ['react/renders-unchanged-refetch', 0],
  ['react/left-over', 0],
  ['server/actors-created', 0],
  ['bytes/first-render', 9_000, ['gzip', 'gzip, without xstate']],
]

test.each(budgets)('%s of sessionchart is at most %d', (path, most, cases) => {
  const figure = findFigure(readMeasurements(), path)
  for (const wanted of cases ?? figure.rows.map((row) => row.case)) {
    const value = findValue(figure, wanted, 'sessionchart')
    expect(value, `${figure.title}: ${wanted}`).toBeTypeOf('number')
    expect(value, `${figure.title}: ${wanted}`).toBeLessThanOrEqual(most)
  }
})
