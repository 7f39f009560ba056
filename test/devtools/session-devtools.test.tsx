// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Profiler } from 'react'
import { renderToString } from 'react-dom/server'
import { type SessionClient, SessionOptionError } from 'sessionchart'
import { SessionDevtools } from 'sessionchart/devtools'
import { SessionProvider } from 'sessionchart/react'
import { beforeAll, expect, test, vi } from 'vitest'
import { serverError } from '../client/fake-auth'
import { ann } from '../client/sessions'
import { createTestClient } from '../client/test-client'
import { takeComplaints } from '../react/complaints'
import { describeEachReactMode } from '../react/react-modes'
import { auth, settle } from '../react/served-auth'

// The panel is loaded when it is opened. Tests do not wait for modules, so it is there when they begin.
beforeAll(async () => {
  await import('sessionchart/devtools/panel')
})

const button = () => screen.getByRole('button', { name: /^Open the session devtools/ })
const findPanel = () => screen.findByRole('region', { name: 'Session devtools' })

describeEachReactMode(({ render }) => {
  test('shows the status on a button, which opens the panel', async () => {
    const user = userEvent.setup()
    render(
      <SessionProvider session={ann()}>
        <SessionDevtools />
      </SessionProvider>,
    )
    expect(button().getAttribute('aria-label')).toBe('Open the session devtools: authenticated')

    await user.click(button())
    const panel = await findPanel()
    await waitFor(() => expect(document.activeElement).toBe(panel))
    expect(within(panel).getByText(/^Signed in\. The app said so/)).toBeDefined()
  })

  test('closes on Escape and by its button, and gives the focus back', async () => {
    const user = userEvent.setup()
    render(
      <SessionProvider session={ann()}>
        <SessionDevtools />
      </SessionProvider>,
    )
    expect(document.activeElement).not.toBe(button())
    for (const close of ['{Escape}', '{Tab}{Enter}']) {
      await user.click(button())
      await findPanel()
      await user.keyboard(close)
      expect(screen.queryByRole('region')).toBeNull()
      expect(document.activeElement).toBe(button())
    }
  })

  test('is open at once when it is told to be', async () => {
    render(
      <SessionProvider session={ann()}>
        <SessionDevtools initialIsOpen />
      </SessionProvider>,
    )
    expect(await findPanel()).toBeDefined()
  })

  test('has what happened before the panel was opened, from the start on', async () => {
    const user = userEvent.setup()
    render(
      <SessionProvider>
        <SessionDevtools />
      </SessionProvider>,
    )
    await settle()
    await user.click(button())
    const panel = within(await findPanel())
    await user.click(panel.getByRole('tab', { name: 'Log' }))

    expect(panel.getByText('readSession: signed-in')).toBeDefined()
  })

  test('hints at a request that has failed', async () => {
    const { client, auth } = createTestClient({ session: ann() })
    client.start()
    render(<SessionDevtools client={client} />)
    auth.answerNext('/session', serverError)
    await act(() => client.refetch())

    expect(button().getAttribute('aria-label')).toBe('Open the session devtools: authenticated, stale')
    expect(button().textContent).toBe('authenticatedstale')
  })

  test('says that nobody knows when the server could not be asked', async () => {
    const { client, auth } = createTestClient()
    auth.answerNext('/session', serverError)
    client.start()
    render(<SessionDevtools client={client} />)
    await act(() => auth.settled())

    expect(button().getAttribute('aria-label')).toBe('Open the session devtools: unauthenticated, unknown')
  })

  test('follows the client that it is given', async () => {
    const [first, second] = [createTestClient({ session: ann() }), createTestClient({ session: null })]
    const held = watchersOf(first.client)
    const { rerender } = render(<SessionDevtools client={first.client} />)
    expect(button().textContent).toBe('authenticated')
    expect(held.left()).toBe(1)

    rerender(<SessionDevtools client={second.client} />)
    expect(button().textContent).toBe('unauthenticated')
    expect(held.left()).toBe(0)
  })

  test('costs no render while it is closed and its words stay', async () => {
    const { client, reads } = createTestClient({ session: ann() })
    client.start()
    const onRender = vi.fn()
    render(
      <Profiler id="devtools" onRender={onRender}>
        <SessionDevtools client={client} />
      </Profiler>,
    )
    onRender.mockClear()
    await act(async () => {
      for (const type of ['tab.becameHidden', 'network.lost', 'network.restored'] as const) {
        client.actor.send({ type, at: Date.now() })
      }
    })

    await act(() => client.refetch())

    expect(reads()).toBeGreaterThan(0)
    expect(onRender).not.toHaveBeenCalled()
  })

  test('lets go of the client when it is gone', async () => {
    const { client } = createTestClient({ session: ann() })
    client.start()
    const held = watchersOf(client)
    const { unmount } = render(<SessionDevtools client={client} initialIsOpen />)
    await findPanel()
    unmount()

    expect(held.seen).toBeGreaterThan(1)
    expect(held.left()).toBe(0)
  })

  test('refuses what is no corner', () => {
    const wrong = 'middle' as 'top-left'
    expect(() => render(<SessionDevtools position={wrong} />)).toThrow(SessionOptionError)
    takeComplaints()
  })
})

/** Counts who watches a client. */
function watchersOf(client: SessionClient) {
  const watch = client.watch
  const watchers = new Set<object>()
  const held = { seen: 0, left: () => watchers.size }
  vi.spyOn(client, 'watch').mockImplementation((listener) => {
    const watcher = {}
    watchers.add(watcher)
    held.seen += 1
    const leave = watch(listener)
    return () => {
      watchers.delete(watcher)
      leave()
    }
  })
  return held
}

test('is nothing in production', async () => {
  vi.stubEnv('NODE_ENV', 'production')
  vi.resetModules()
  const { SessionDevtools } = await import('sessionchart/devtools')
  vi.unstubAllEnvs()

  expect(SessionDevtools({ position: 'middle' as 'top-left' })).toBeNull()
})

test('is not in what a server renders', () => {
  const html = renderToString(
    <SessionProvider session={ann()}>
      <p>App</p>
      <SessionDevtools />
    </SessionProvider>,
  )
  expect(html).toBe('<p>App</p>')
  expect(auth.requests).toEqual([])
})
