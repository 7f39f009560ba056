// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import type { SessionState } from 'sessionchart'
import {
  getSessionClient,
  SessionContext,
  SessionProvider,
  useSession,
  useSessionSelector,
} from 'sessionchart/react'
import { expect, test } from 'vitest'
import { ann, bob } from '../client/sessions'
import { takeComplaints } from './complaints'
import { createProbe } from './probe'
import { describeEachReactMode } from './react-modes'
import { auth, unreachable } from './served-auth'

const refetch = () => act(() => getSessionClient().refetch())
const withRoles = (...roles: string[]) => ({ ...ann(), roles })
const rolesOf = ({ data }: SessionState) => [...((data as { roles?: string[] } | null)?.roles ?? [])]

const Pick = ({ field }: { field: 'name' | 'email' }) => (
  <p>{useSessionSelector(({ data }) => data?.user?.[field])}</p>
)

describeEachReactMode(({ render }) => {
  test('gives what the selector picks, and renders when that changes', async () => {
    const reader = createProbe(() => useSessionSelector((state) => state.isStale))
    render(
      <SessionProvider session={ann()}>
        <reader.Probe />
      </SessionProvider>,
    )
    expect(reader.latest()).toBe(false)
    auth.answerNext('/session', unreachable)

    await refetch()
    expect(reader.latest()).toBe(true)

    await refetch()
    expect(reader.latest()).toBe(false)
    takeComplaints()
  })

  test('renders nobody whose pick stays the same, whatever else changes', async () => {
    const reader = createProbe(() => useSessionSelector(({ status }) => status))
    render(
      <SessionProvider session={ann()}>
        <reader.Probe />
      </SessionProvider>,
    )
    reader.forget()

    auth.session = bob()
    await refetch()

    expect(reader.latest()).toBe('authenticated')
    expect(reader.seen).toEqual([])
  })

  test('compares picks the way it is told, and keeps the equal one', async () => {
    const isEqual = (a: string[], b: string[]) => a.join() === b.join()
    const reader = createProbe(() => [useSessionSelector(rolesOf, isEqual), useSession().data] as const)
    render(
      <SessionProvider session={withRoles('admin')}>
        <reader.Probe />
      </SessionProvider>,
    )
    const [before] = reader.latest()

    auth.session = { ...withRoles('admin'), theme: 'dark' }
    await refetch()
    expect(reader.latest()[0]).toBe(before)
    expect(reader.latest()[1]).toMatchObject({ theme: 'dark' })

    auth.session = withRoles('admin', 'author')
    await refetch()
    expect(reader.latest()[0]).toEqual(['admin', 'author'])
  })

  test('takes a selector that makes a new object each time', async () => {
    const reader = createProbe(() =>
      useSessionSelector(
        ({ status }) => ({ status }),
        (a, b) => a.status === b.status,
      ),
    )
    render(
      <SessionProvider session={ann()}>
        <reader.Probe />
      </SessionProvider>,
    )
    const before = reader.latest()

    await refetch()

    expect(reader.latest()).toBe(before)
  })

  test('follows a selector that depends on a prop', () => {
    const tree = (field: 'name' | 'email') => (
      <SessionProvider session={ann()}>
        <Pick field={field} />
      </SessionProvider>
    )
    const { rerender } = render(tree('name'))
    expect(screen.getByText('Ann')).toBeDefined()

    rerender(tree('email'))

    expect(screen.getByText('ann@example.com')).toBeDefined()
  })

  test('picks from a mocked context', () => {
    const reader = createProbe(() =>
      useSessionSelector(({ data, status }) => `${status} ${data?.user?.name}`),
    )
    const value = { status: 'authenticated', data: ann(), update: async () => null } as const
    const { rerender } = render(
      <SessionContext.Provider value={value}>
        <reader.Probe />
      </SessionContext.Provider>,
    )
    expect(reader.latest()).toBe('authenticated Ann')

    rerender(
      <SessionContext.Provider value={{ ...value, data: bob() }}>
        <reader.Probe />
      </SessionContext.Provider>,
    )
    expect(reader.latest()).toBe('authenticated Bob')
  })
})
