// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import {
  getSessionClient,
  SessionContext,
  type SessionContextValue,
  SessionLoading,
  SessionProvider,
  SignedIn,
  SignedOut,
} from 'sessionchart/react'
import { expect, test } from 'vitest'
import { ann } from '../client/sessions'
import { takeComplaints } from './complaints'
import { describeEachReactMode } from './react-modes'
import { auth, settle, unreachable } from './served-auth'

const Guards = () => (
  <div role="status">
    <SignedIn>in</SignedIn>
    <SignedOut>out</SignedOut>
    <SessionLoading>loading</SessionLoading>
  </div>
)
const shown = () => screen.getByRole('status').textContent
const refetch = () => act(() => getSessionClient().refetch())

describeEachReactMode(({ render }) => {
  test('shows one of them, whatever the session is', async () => {
    render(
      <SessionProvider>
        <Guards />
      </SessionProvider>,
    )
    expect(shown()).toBe('loading')

    await settle()
    expect(shown()).toBe('in')

    auth.session = null
    await refetch()
    expect(shown()).toBe('out')
  })

  test.for([
    ['in', ann()],
    ['out', null],
  ] as const)('shows %s from the seed on', ([expected, session]) => {
    render(
      <SessionProvider session={session}>
        <Guards />
      </SessionProvider>,
    )

    expect(shown()).toBe(expected)
  })

  test('shows loading as long as no server can be reached', async () => {
    auth.answerAll('/session', unreachable)
    auth.session = null
    render(
      <SessionProvider>
        <Guards />
      </SessionProvider>,
    )
    await settle()
    expect(shown()).toBe('loading')

    await refetch()
    expect(shown()).toBe('loading')

    auth.answerAll('/session', undefined)
    await refetch()
    expect(shown()).toBe('out')
    takeComplaints()
  })

  test('keeps showing who is signed in when a refetch fails', async () => {
    render(
      <SessionProvider session={ann()}>
        <Guards />
      </SessionProvider>,
    )
    auth.answerNext('/session', unreachable)

    await refetch()

    expect(shown()).toBe('in')
    takeComplaints()
  })

  const update = async () => null
  const mocked: Array<[string, SessionContextValue]> = [
    ['in', { status: 'authenticated', data: ann(), update }],
    ['out', { status: 'unauthenticated', data: null, update }],
    ['loading', { status: 'loading', data: null, update }],
  ]

  test.for(mocked)('shows %s under a mocked context alone', ([expected, value]) => {
    render(
      <SessionContext.Provider value={value}>
        <Guards />
      </SessionContext.Provider>,
    )

    expect(shown()).toBe(expected)
  })

  test.for(mocked)('shows %s under a mocked context inside a provider', ([expected, value]) => {
    auth.answerAll('/session', unreachable)
    render(
      <SessionProvider session={expected === 'in' ? null : ann()}>
        <SessionContext.Provider value={value}>
          <Guards />
        </SessionContext.Provider>
      </SessionProvider>,
    )

    expect(shown()).toBe(expected)
  })

  test('shows out under a mocked context although the provider cannot reach the server', async () => {
    auth.answerAll('/session', unreachable)
    render(
      <SessionProvider>
        <SessionContext.Provider value={{ status: 'unauthenticated', data: null, update }}>
          <Guards />
        </SessionContext.Provider>
      </SessionProvider>,
    )
    await settle()

    expect(shown()).toBe('out')
    takeComplaints()
  })

  test('says so outside a provider', () => {
    expect(() => render(<Guards />)).toThrow('must be wrapped in a <SessionProvider />')
    takeComplaints()
  })
})
