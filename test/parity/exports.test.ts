// @vitest-environment jsdom
import * as nextAuth from 'next-auth/react'
import * as nextAuthV4 from 'next-auth-v4/react'
import * as ours from 'sessionchart/react'
import * as oursV4 from 'sessionchart/v4'
import { describe, expect, test } from 'vitest'

const kindsOf = (library: object) =>
  Object.fromEntries(Object.entries(library).map(([name, value]) => [name, typeof value]))

test('has every name of next-auth v5, of the same kind', () => {
  const theirs = kindsOf(nextAuth)

  expect(Object.keys(theirs)).toContain('useSession')
  expect(kindsOf(ours)).toMatchObject(theirs)
})

test('has the names of next-auth v4, no others, of the same kind', () => {
  const { default: _, ...theirs } = kindsOf(nextAuthV4)

  expect(Object.keys(theirs)).toContain('useSession')
  expect(kindsOf(oursV4)).toEqual(theirs)
})

test('shares context and hook between the versions', () => {
  expect(oursV4.SessionContext).toBe(ours.SessionContext)
  expect(oursV4.useSession).toBe(ours.useSession)
})

describe('__NEXTAUTH', () => {
  test('has the fields of next-auth', () => {
    expect(kindsOf(ours.__NEXTAUTH)).toMatchObject(
      kindsOf({ ...nextAuth.__NEXTAUTH, _session: ours.__NEXTAUTH._session }),
    )
  })

  test('names the same addresses', () => {
    const { baseUrl, basePath, baseUrlServer, basePathServer } = nextAuth.__NEXTAUTH

    expect(ours.__NEXTAUTH).toMatchObject({ baseUrl, basePath, baseUrlServer, basePathServer })
  })
})
