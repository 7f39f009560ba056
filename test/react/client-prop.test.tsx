// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import { createSessionClient } from 'sessionchart'
import { SessionProvider, useSession } from 'sessionchart/react'
import { expect, test } from 'vitest'
import { createFakePage } from '../client/fake-page'
import { ann, bob } from '../client/sessions'
import { describeEachReactMode } from './react-modes'
import { auth, settle } from './served-auth'

const Show = () => {
  const { data, status } = useSession()
  return <p>{`${status}: ${data?.user?.name ?? String(data)}`}</p>
}

describeEachReactMode(({ render }) => {
  test('shows what the given client knows, starts it and stops it', async () => {
    const page = createFakePage()
    const client = createSessionClient({ environment: page.environment })
    const { unmount } = render(
      <SessionProvider client={client}>
        <Show />
      </SessionProvider>,
    )
    await screen.findByText('authenticated: Ann')
    expect(auth.count('/session')).toBe(1)
    expect(page.held()).not.toEqual([])

    unmount()
    await settle()
    expect(page.held()).toEqual([])
    expect(client.getState().status).toBe('authenticated')
  })

  test('keeps what the client has learned from one mount to the next', async () => {
    const client = createSessionClient()
    const ui = (
      <SessionProvider client={client}>
        <Show />
      </SessionProvider>
    )
    const first = render(ui)
    await screen.findByText('authenticated: Ann')
    first.unmount()
    await settle()

    render(ui)

    expect(screen.getByText('authenticated: Ann')).toBeDefined()
    await settle()
    expect(auth.count('/session')).toBe(1)
  })

  test('shares one client between two providers, and stops it after the last', async () => {
    const page = createFakePage()
    const client = createSessionClient({ environment: page.environment, session: ann() })
    const tree = (both: boolean) => (
      <>
        <SessionProvider client={client}>
          <Show />
        </SessionProvider>
        {both && (
          <SessionProvider client={client}>
            <Show />
          </SessionProvider>
        )}
      </>
    )
    const { rerender, unmount } = render(tree(true))
    expect(screen.getAllByText('authenticated: Ann')).toHaveLength(2)

    rerender(tree(false))
    await settle()
    auth.session = bob()
    await act(() => client.refetch())
    expect(screen.getByText('authenticated: Bob')).toBeDefined()
    expect(page.held()).not.toEqual([])

    unmount()
    await settle()
    expect(page.held()).toEqual([])
  })

  test('goes over to another client', async () => {
    const page = createFakePage()
    const first = createSessionClient({ environment: page.environment, session: ann() })
    const second = createSessionClient({ session: bob() })
    const { rerender } = render(
      <SessionProvider client={first}>
        <Show />
      </SessionProvider>,
    )

    rerender(
      <SessionProvider client={second}>
        <Show />
      </SessionProvider>,
    )

    expect(screen.getByText('authenticated: Bob')).toBeDefined()
    await settle()
    expect(page.held()).toEqual([])
    auth.session = null
    await act(() => second.refetch())
    expect(screen.getByText('unauthenticated: null')).toBeDefined()
  })

  test('keeps a given client to itself when a provider without one takes its place', async () => {
    const client = createSessionClient({ session: bob() })
    const { rerender } = render(
      <SessionProvider key="given" client={client}>
        <Show />
      </SessionProvider>,
    )

    rerender(
      <SessionProvider key="own">
        <Show />
      </SessionProvider>,
    )

    expect(screen.getByText('loading: undefined')).toBeDefined()
    await screen.findByText('authenticated: Ann')
  })

  test('shows what a client has been told before it was mounted', async () => {
    const client = createSessionClient({ session: null })
    auth.session = bob()
    await client.refetch()

    render(
      <SessionProvider client={client}>
        <Show />
      </SessionProvider>,
    )

    expect(screen.getByText('authenticated: Bob')).toBeDefined()
    await settle()
    expect(auth.count('/session')).toBe(1)
  })

  test('leaves a client that the app has started running', async () => {
    const page = createFakePage()
    const client = createSessionClient({ environment: page.environment, session: ann() })
    client.start()
    const { actor } = client
    const { unmount } = render(
      <SessionProvider client={client}>
        <Show />
      </SessionProvider>,
    )

    unmount()
    await settle()
    expect(client.actor).toBe(actor)
    expect(page.held()).not.toEqual([])
    auth.session = bob()
    page.hear({ event: 'session', data: { trigger: 'getSession' } })
    await settle()
    expect(client.getState().data).toEqual(bob())

    client.stop()
    await settle()
    expect(page.held()).toEqual([])
  })

  test('ends a client that the app has started and stopped again while it was mounted, with the unmount', async () => {
    const page = createFakePage()
    const client = createSessionClient({ environment: page.environment, session: ann() })
    const { unmount } = render(
      <SessionProvider client={client}>
        <Show />
      </SessionProvider>,
    )
    client.start()
    client.stop()
    expect(client.isRunning()).toBe(false)

    unmount()
    await settle()

    expect(client.isRunning()).toBe(false)
    expect(page.held()).toEqual([])
  })
})
