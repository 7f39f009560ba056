import { signOutMachine } from 'sessionchart/machines'
import { describe, expect, test } from 'vitest'
import { testThatAllIsTried } from './all-is-tried'
import { begin, take } from './chart'
import { accepted, csrfRejected, posting, postingAgain } from './sign-out/situations'
import { signOutTables } from './sign-out/tables'
import { runTable } from './table'

const id = { id: 's1' }
test('it begins with the csrf token', () => {
  const { snapshot, started } = begin(signOutMachine, { id: 's1', redirect: 'never' })
  expect(snapshot.value).toBe('readingCsrf')
  const outcome = { type: 'failed', failure: { code: 'network', message: 'The sign-out did not run.' } }
  expect(snapshot.context).toEqual({ ...id, redirect: 'never', attempts: 0, outcome })
  expect(started).toEqual([['readCsrfToken', id]])
})

for (const [name, table] of Object.entries(signOutTables)) describe(name, () => runTable(table))

test('every end gives the outcome', () => {
  const ended = [
    take(posting(), accepted),
    take(posting('always'), accepted),
    take(postingAgain(), csrfRejected),
  ]
  for (const { snapshot } of ended) {
    expect(snapshot.status).toBe('done')
    expect(snapshot.output).toEqual(snapshot.context.outcome)
  }
})

testThatAllIsTried(signOutMachine)
