// @vitest-environment jsdom
import { act } from '@testing-library/react'
import { useContext } from 'react'
import {
  getSessionClient,
  SessionContext,
  type SessionContextValue,
  SessionProvider,
  useSession,
  useSessionState,
} from 'sessionchart/react'
import { expect, test, vi } from 'vitest'
import { ann, bob } from '../client/sessions'
import { createProbe } from './probe'
import { describeEachReactMode } from './react-modes'
import { auth } from './served-auth'

const update = async () => null
const mock: SessionContextValue = { status: 'authenticated', data: bob(), update }
const refetch = () => act(() => getSessionClient().refetch())

describeEachReactMode(({ render }) => {
  test('carries data, status and update to those who read it themselves', () => {
    const reader = createProbe(() => useContext(SessionContext))
    const session = ann()
    render(
      <SessionProvider session={session}>
        <reader.Probe />
      </SessionProvider>,
    )

    expect(reader.latest()).toEqual({
      data: session,
      status: 'authenticated',
      update: getSessionClient().update,
    })
    expect(reader.latest()?.data).toBe(session)
  })

  test('changes only when one of the three does', async () => {
    const reader = createProbe(() => useContext(SessionContext))
    const tree = (title: string) => (
      <SessionProvider session={ann()} refetchInterval={title.length}>
        <h1>{title}</h1>
        <reader.Probe />
      </SessionProvider>
    )
    const { rerender } = render(tree('one'))
    const before = reader.latest()

    rerender(tree('another'))
    await refetch()
    expect(reader.latest()).toBe(before)

    auth.session = bob()
    await refetch()
    expect(reader.latest()).toMatchObject({ data: bob(), status: 'authenticated', update: before?.update })
  })

  test.for(['outside', 'inside'])('may be mocked %s a provider', (where) => {
    const reader = createProbe(() => useSession())
    const mocked = (
      <SessionContext.Provider value={mock}>
        <reader.Probe />
      </SessionContext.Provider>
    )
    render(where === 'inside' ? <SessionProvider session={ann()}>{mocked}</SessionProvider> : mocked)

    expect(reader.latest()).toBe(mock)
  })

  test('is not what the hooks beyond next-auth look at inside a provider, or they would render for all of it', () => {
    const reader = createProbe(() => ({ ...useSessionState() }))
    render(
      <SessionProvider session={ann()}>
        <SessionContext.Provider value={mock}>
          <reader.Probe />
        </SessionContext.Provider>
      </SessionProvider>,
    )

    expect(reader.latest()).toMatchObject({ status: 'authenticated', data: ann() })
  })

  test('shows what a provider inside a mocked value says', () => {
    const reader = createProbe(() => [useSession().data, useSessionState().data])
    render(
      <SessionContext.Provider value={mock}>
        <SessionProvider session={ann()}>
          <reader.Probe />
        </SessionProvider>
      </SessionContext.Provider>,
    )

    expect(reader.latest()).toEqual([ann(), ann()])
  })

  test('takes a mocked value that has no more than a test needs', () => {
    const reader = createProbe(() => useSession().data?.user?.name)
    const value = {
      data: { user: { name: 'Cleo' } },
      status: 'authenticated',
    } as unknown as SessionContextValue
    render(
      <SessionContext.Provider value={value}>
        <reader.Probe />
      </SessionContext.Provider>,
    )

    expect(reader.latest()).toBe('Cleo')
  })

  test.for([
    ['signed out, without data', { status: 'unauthenticated' }],
    ['signed out, with data that is undefined', { status: 'unauthenticated', data: undefined }],
    ['signed in, without data', { status: 'authenticated' }],
    ['loading, with the data of before', { status: 'loading', data: ann() }],
    ['loading', { status: 'loading' }],
  ] as const)('gives useSessionState the status and the data of a mock that is %s', ([, mocked]) => {
    const reader = createProbe(() => {
      const { status, data } = useSessionState()
      return { status, data }
    })
    render(
      <SessionContext.Provider value={mocked as unknown as SessionContextValue}>
        <reader.Probe />
      </SessionContext.Provider>,
    )

    expect(reader.latest().status).toBe(mocked.status)
    expect(reader.latest().data ?? null).toEqual(('data' in mocked && mocked.data) || null)
  })

  test('calls the mocked update', async () => {
    const mockedUpdate = vi.fn(async () => bob())
    const reader = createProbe(() => useSession())
    render(
      <SessionContext.Provider value={{ ...mock, update: mockedUpdate }}>
        <reader.Probe />
      </SessionContext.Provider>,
    )

    expect(await reader.latest().update({ name: 'x' })).toEqual(bob())
    expect(mockedUpdate.mock.calls).toEqual([[{ name: 'x' }]])
  })

  test('lets a fixture of a provider be as most tests write it', () => {
    const fetchBefore = globalThis.fetch
    vi.stubGlobal('fetch', undefined)
    const reader = createProbe(() => useSession())
    render(
      <SessionProvider session={{ expires: '1', user: { name: 'Cleo' } }}>
        <reader.Probe />
      </SessionProvider>,
    )

    expect(reader.latest()).toMatchObject({
      status: 'authenticated',
      data: { expires: '1', user: { name: 'Cleo' } },
    })
    vi.stubGlobal('fetch', fetchBefore)
  })
})
