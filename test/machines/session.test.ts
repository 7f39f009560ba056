import { type SessionData, sessionMachine } from 'sessionchart/machines'
import { describe, expect, test } from 'vitest'
import { testThatAllIsTried } from './all-is-tried'
import { proceed, take } from './chart'
import { call, ends, provide, signIn } from './events'
import { ann, dead, signedIn, signedOut } from './fixtures'
import { checkStart } from './session/start'
import { startRows } from './session/starts.table'
import { sessionTables } from './session/tables'
import { idle, signingIn, updating } from './situations'
import { runTable } from './table'

describe('the start', () => {
  for (const [name, row] of Object.entries(startRows)) test(name, () => checkStart(row))
})

for (const [name, table] of Object.entries(sessionTables)) describe(name, () => runTable(table))

describe('the session prop', () => {
  test.each([
    ['an update is out', updating, ends('updateSession', signedIn())],
    ['a sign-in runs', signingIn, ends('signIn', { type: 'failed', failure: dead })],
  ])('is shown while %s, and asked about afterwards', (_, given, end) => {
    const shown = take(given, provide(null)).snapshot
    expect(shown.value).toEqual({ ...given.value, status: { unauthenticated: 'known' }, lifetime: 'open' })
    expect(take(shown, end).started).toEqual([['readSession', { trigger: 'prop' }]])
  })

  test('keeps its identity, and what is answered takes over the parts that are the same', () => {
    const prop: SessionData = { ...structuredClone(ann), role: 'admin' }
    const shown = take(idle, provide(prop)).snapshot
    expect(shown.context.data).toBe(prop)
    const { data } = take(shown, ends('readSession', signedIn())).snapshot.context
    expect(data).toEqual(ann)
    expect(data?.user).toBe(prop.user)
  })

  test('brings nothing back that it has said before a sign-in: the last eight values are outdated', () => {
    const props = Array.from({ length: 9 }, (_, index) => ({ ...ann, role: `role ${index}` }))
    const shown = proceed(idle, ...props.map((prop) => provide(prop)), signIn('s1'))
    const signedInAgain = proceed(shown, ends('signIn', { type: 'answered', answer: signedIn() }))
    expect(signedInAgain.context.outdated).toEqual(props.slice(1).reverse())
  })

  test('is asked about by the read that follows for a call, and not twice', () => {
    const shown = proceed(updating, provide(null), call('r1'), ends('updateSession', signedIn()))
    const { snapshot, started } = take(shown, ends('readSession', signedOut()))
    expect(started).toEqual([])
    expect(snapshot.value).toMatchObject({ request: 'idle' })
  })

  test('is asked about once more when a sign-in aborts the read about it and comes to nothing', () => {
    const shown = proceed(idle, provide(null), signIn('s1'))
    const { started } = take(shown, ends('signIn', { type: 'failed', failure: dead }))
    expect(started).toEqual([['readSession', { trigger: 'prop' }]])
  })
})

testThatAllIsTried(sessionMachine)
