// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react'
import { useState } from 'react'
import type { SessionState } from 'sessionchart'
import {
  getSessionClient,
  SessionContext,
  SessionProvider,
  type SessionProviderProps,
  useSessionState,
} from 'sessionchart/react'
import { expect, test } from 'vitest'
import { ann, bob } from '../client/sessions'
import { takeComplaints } from './complaints'
import { createProbe } from './probe'
import { describeEachReactMode } from './react-modes'
import { auth, settle, unreachable } from './served-auth'

const LATER = '2099-02-01T00:00:00.000Z'

/** A component that reads the given fields. */
const readerOf = (...fields: Array<keyof SessionState>) =>
  createProbe(() => {
    const state = useSessionState()
    return Object.fromEntries(fields.map((field) => [field, state[field]]))
  })

/** Reads the error only after a click. */
function Curious() {
  const state = useSessionState()
  const [isCurious, setCurious] = useState(false)
  return (
    <button type="button" onClick={() => setCurious(true)}>
      {isCurious ? `${state.status}, ${state.error?.code ?? 'no error'}` : state.status}
    </button>
  )
}

function Clickable({ onClick }: { onClick: (state: SessionState) => void }) {
  const state = useSessionState()
  return (
    <button type="button" onClick={() => onClick(state)}>
      {state.status}
    </button>
  )
}

const refetch = () => act(() => getSessionClient().refetch())

describeEachReactMode(({ render }) => {
  const mount = (ui: React.ReactNode, props: Partial<SessionProviderProps> = {}) =>
    render(
      <SessionProvider session={ann()} {...props}>
        {ui}
      </SessionProvider>,
    )

  test('gives everything that is known', async () => {
    const reader = createProbe(() => ({ ...useSessionState() }))
    mount(<reader.Probe />)

    expect(reader.latest()).toEqual({
      status: 'authenticated',
      data: ann(),
      cause: { type: 'seeded', at: expect.any(Number) },
      error: null,
      isFetching: false,
      isUpdating: false,
      isStale: false,
      isExpiring: false,
      expiresAt: Date.parse(ann().expires),
    })
  })

  test('tells why the session is what it is', async () => {
    const reader = readerOf('status', 'cause')
    render(
      <SessionProvider>
        <reader.Probe />
      </SessionProvider>,
    )
    expect(reader.latest()).toMatchObject({ status: 'loading', cause: { type: 'starting' } })

    await settle()
    const cause = { type: 'server', trigger: 'mount', httpStatus: 200, at: expect.any(Number) }
    expect(reader.latest()).toEqual({ status: 'authenticated', cause })
  })

  test('shows a failure until the next success', async () => {
    const reader = readerOf('status', 'error', 'isStale')
    mount(<reader.Probe />)
    auth.answerNext('/session', unreachable)

    await refetch()
    expect(reader.latest()).toMatchObject({
      status: 'authenticated',
      isStale: true,
      error: { name: 'SessionError', code: 'network', url: '/api/auth/session' },
    })

    await refetch()
    expect(reader.latest()).toEqual({ status: 'authenticated', isStale: false, error: null })
    takeComplaints()
  })

  test('shows what is under way', async () => {
    const reader = readerOf('isFetching', 'isUpdating')
    mount(<reader.Probe />)
    const answer = auth.hold('/csrf')

    const updated = getSessionClient().update({ user: { name: 'Anna' } })
    await act(async () => {})
    expect(reader.latest()).toEqual({ isFetching: true, isUpdating: true })

    answer()
    await act(() => updated)
    expect(reader.latest()).toEqual({ isFetching: false, isUpdating: false })
  })

  test('renders a component only for the fields that it has read', async () => {
    const name = readerOf('data')
    const status = readerOf('status')
    const fetching = readerOf('isFetching')
    mount([<name.Probe key="name" />, <status.Probe key="status" />, <fetching.Probe key="fetching" />])
    for (const probe of [name, status, fetching]) probe.forget()

    auth.session = bob()
    await refetch()

    expect(name.seen).toContainEqual({ data: bob() })
    expect(status.seen).toEqual([])
    expect(fetching.seen).toContainEqual({ isFetching: true })
    expect(fetching.latest()).toEqual({ isFetching: false })
  })

  test('renders nobody for an unchanged answer', async () => {
    const reader = readerOf('status', 'data', 'cause', 'error', 'isStale', 'isUpdating', 'expiresAt')
    mount(<reader.Probe />)
    reader.forget()

    auth.session = ann()
    await refetch()

    expect(auth.count('/session')).toBe(1)
    expect(reader.seen).toEqual([])
  })

  test('renders nobody but the readers of expiresAt when the session ends later and says the same', async () => {
    const data = readerOf('data', 'cause', 'status')
    const end = readerOf('expiresAt')
    mount([<data.Probe key="data" />, <end.Probe key="end" />])
    data.forget()

    auth.session = ann(LATER)
    await refetch()

    expect(data.seen).toEqual([])
    expect(end.latest()).toEqual({ expiresAt: Date.parse(LATER) })
  })

  test('gives a field that is read for the first time later as it is then', async () => {
    mount(<Curious />)
    auth.answerNext('/session', unreachable)
    await refetch()

    fireEvent.click(screen.getByRole('button'))

    expect(screen.getByRole('button').textContent).toBe('authenticated, network')
    takeComplaints()
  })

  test('gives a field that is read in an event handler as it is then', async () => {
    const ends: Array<number | null> = []
    mount(<Clickable onClick={({ expiresAt }) => ends.push(expiresAt)} />)
    auth.session = ann(LATER)
    await refetch()

    fireEvent.click(screen.getByRole('button'))

    expect(ends).toEqual([Date.parse(LATER)])
  })

  test('keeps the object while nothing changes', async () => {
    const reader = createProbe(() => {
      const state = useSessionState()
      return [state, state.status] as const
    })
    const { rerender } = mount(<reader.Probe />)
    const [before] = reader.latest()

    rerender(
      <SessionProvider session={ann()}>
        <reader.Probe />
      </SessionProvider>,
    )

    expect(reader.latest()[0]).toBe(before)
  })

  test.for([
    ['authenticated', ann(), 'seeded', Date.parse(ann().expires)],
    ['authenticated', ann('1'), 'seeded', null],
    ['unauthenticated', null, 'seeded', null],
    ['loading', undefined, 'starting', null],
  ] as const)('derives what it can from a mocked context: %s', ([status, data, type, expiresAt]) => {
    const reader = createProbe(() => ({ ...useSessionState() }))
    const value = { status, data, update: async () => null } as React.ContextType<typeof SessionContext>
    render(
      <SessionContext.Provider value={value}>
        <reader.Probe />
      </SessionContext.Provider>,
    )

    expect(reader.latest()).toMatchObject({ status, data, expiresAt, error: null, isFetching: false })
    expect(reader.latest().cause.type).toBe(type)
  })

  test('throws outside a provider', () => {
    const reader = readerOf('status')

    expect(() => render(<reader.Probe />)).toThrow('must be wrapped in a <SessionProvider />')
    takeComplaints()
  })
})
