// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import { useSelector } from '@xstate/react'
import { getSessionClient, SessionProvider, signOut, useSessionActor } from 'sessionchart/react'
import { expect, test } from 'vitest'
import { createFakePage } from '../client/fake-page'
import { ann } from '../client/sessions'
import { takeComplaints } from './complaints'
import { createProbe } from './probe'
import { describeEachReactMode } from './react-modes'
import { auth } from './served-auth'

const TAGS = ['authenticated', 'unauthenticated', 'signed-out', 'fetching', 'signing-out', 'leaving'] as const

function Tags() {
  const tags = useSelector(useSessionActor(), (snapshot) => TAGS.filter((tag) => snapshot.hasTag(tag)).join())
  return <p>{tags}</p>
}

describeEachReactMode(({ render }) => {
  test('gives the running chart to selectors of xstate', async () => {
    const page = createFakePage()
    render(
      <SessionProvider session={ann()} environment={page.environment}>
        <Tags />
      </SessionProvider>,
    )
    expect(screen.getByText('authenticated')).toBeDefined()
    const answer = auth.hold('/csrf')

    let signedOut: Promise<void> | undefined
    await act(async () => {
      signedOut = signOut()
    })
    await screen.findByText('authenticated,signing-out')

    answer()
    await act(() => signedOut as Promise<void>)
    expect(screen.getByText('authenticated,leaving')).toBeDefined()
    expect(page.visited).toHaveLength(1)
  })

  test('follows the chart over a stop and a start', async () => {
    const actors = createProbe(() => useSessionActor())
    render(
      <SessionProvider session={ann()}>
        <Tags />
        <actors.Probe />
      </SessionProvider>,
    )
    const client = getSessionClient()
    const before = actors.latest()
    expect(before).toBe(client.actor)

    act(() => client.stop())
    act(() => client.start())
    expect(actors.latest()).toBe(client.actor)
    expect(actors.latest()).not.toBe(before)

    auth.session = null
    await act(() => client.refetch())
    expect(screen.getByText('unauthenticated,signed-out')).toBeDefined()
    // The provider stops only what it has started.
    act(() => client.stop())
  })

  test('gives an actor that is alive after StrictMode has mounted twice', () => {
    const actors = createProbe(() => useSessionActor())
    render(
      <SessionProvider session={ann()}>
        <actors.Probe />
      </SessionProvider>,
    )

    expect(actors.latest().getSnapshot().status).toBe('active')
    expect(new Set(actors.seen).size).toBe(1)
  })

  test('throws outside a provider', () => {
    const actors = createProbe(() => useSessionActor())

    expect(() => render(<actors.Probe />)).toThrow('must be wrapped in a <SessionProvider />')
    takeComplaints()
  })
})
