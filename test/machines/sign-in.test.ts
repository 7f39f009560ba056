import { signInMachine } from 'sessionchart/machines'
import { describe, expect, test } from 'vitest'
import { testThatAllIsTried } from './all-is-tried'
import { begin, take } from './chart'
import { ends, throws } from './events'
import { fault, signedIn } from './fixtures'
import {
  accepted,
  input,
  posting,
  postingUnloading,
  readingSession,
  wrongPassword,
} from './sign-in/situations'
import { signInTables } from './sign-in/tables'
import { runTable } from './table'

const id = { id: 's1' }

test('it begins with the providers', () => {
  const { snapshot, started } = begin(signInMachine, input)
  expect(snapshot.value).toEqual({ flow: 'readingProviders', page: 'staying' })
  const failure = { code: 'network', message: 'The sign-in did not run.' }
  const outcome = { type: 'failed', failure }
  expect(snapshot.context).toEqual({ ...input, kind: '', attempts: 0, doubt: null, outcome })
  expect(started).toEqual([
    ['readProviders', id],
    ['watchUnloading', undefined],
  ])
})

for (const [name, table] of Object.entries(signInTables)) describe(name, () => runTable(table))

test('every end gives the outcome', () => {
  const last = [
    take(readingSession, ends('readSession', signedIn())),
    take(posting('oauth', 'always'), accepted),
    take(posting('credentials'), wrongPassword),
    take(postingUnloading('always'), throws('postSignIn', fault)),
  ]
  for (const { snapshot } of last) {
    expect(snapshot.status).toBe('done')
    expect(snapshot.output).toEqual(snapshot.context.outcome)
  }
})

testThatAllIsTried(signInMachine)
