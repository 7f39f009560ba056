// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react'
import { SessionOptionError } from 'sessionchart'
import { TestSessionProvider, type TestSessionProviderProps } from 'sessionchart/testing'
import { expect, test } from 'vitest'
import { listenForNoise } from '../support/noise'
import { ann } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'

const WITHOUT = 'status must be "loading" or "unauthenticated" without a session'
const BESIDE = 'status must be "authenticated" beside a session'

const circular: { self?: object } = {}
circular.self = circular

describeEachReactMode(() => {
  test.for<[props: object, message: string]>([
    [{ status: 'authenticated' }, `${WITHOUT}, not "authenticated".`],
    [{ status: 'authenticated', session: null }, `${WITHOUT}, not "authenticated".`],
    [{ status: 'loading', session: ann }, `${BESIDE}, not "loading".`],
    [{ status: 'unauthenticated', session: ann }, `${BESIDE}, not "unauthenticated".`],
    [{ status: 'signed-in' }, `${WITHOUT}, not "signed-in".`],
    [{ status: 'signed-in', session: ann }, `${BESIDE}, not "signed-in".`],
    [{ session: 'ann' }, 'session must be an object, not "ann".'],
    [{ session: false }, 'session must be an object, not false.'],
    [{ session: {} }, 'session must be null when nobody is signed in, not an object.'],
    [{ session: circular }, 'session must be what JSON can hold (Converting circular structure'],
    [
      { session: { user: { id: 1n } } },
      'session must be what JSON can hold (Do not know how to serialize a BigInt',
    ],
  ])('%o', ([props, message]) => {
    // React says what was thrown, too.
    listenForNoise()
    const mount = () => render(<TestSessionProvider {...(props as TestSessionProviderProps)} />)

    expect(mount).toThrow(SessionOptionError)
    expect(mount).toThrow(`sessionchart: ${message}`)
    cleanup()
  })
})
