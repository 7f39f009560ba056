// @vitest-environment jsdom

import { act } from '@testing-library/react'
import { SessionProvider, type SessionProviderProps, signOut, useSession } from 'sessionchart/react'
import { beforeEach, expect, test } from 'vitest'
import { createFakePage, type FakePage } from '../client/fake-page'
import { ann, bob } from '../client/sessions'
import { createProbe, type Probe } from './probe'
import { describeEachReactMode } from './react-modes'
import { auth, settle } from './served-auth'

let page: FakePage
let probe: Probe<ReturnType<typeof useSession>>
beforeEach(() => {
  page = createFakePage()
  probe = createProbe(() => useSession())
})

const App = ({ children, ...props }: Partial<SessionProviderProps>) => (
  <SessionProvider environment={page.environment} {...props}>
    <probe.Probe />
    {children}
  </SessionProvider>
)
const reads = () => auth.count('/session')
const name = () => probe.latest().data?.user?.name

describeEachReactMode(({ render }) => {
  test('reads once when the provider is replaced while the first read is out', async () => {
    const answer = auth.hold('/session')
    const { rerender } = render(<App key="one" />)
    rerender(<App key="two" />)
    rerender(<App key="three" />)

    answer()
    await settle()

    expect(reads()).toBe(1)
    expect(name()).toBe('Ann')
  })

  test('reads once more when the provider is replaced later: who is signed in may have changed', async () => {
    const { rerender } = render(<App key="one" />)
    await settle()

    rerender(<App key="two" />)

    await settle()
    expect(name()).toBe('Ann')
    expect(reads()).toBe(2)
  })

  test('shows the new seed when the provider is replaced by one with another session', async () => {
    auth.session = bob()
    const { rerender } = render(<App key="one" session={ann()} />)
    rerender(<App key="two" session={bob()} />)

    expect(name()).toBe('Bob')
    await settle()
    expect(name()).toBe('Bob')
    expect(reads()).toBeLessThanOrEqual(1)
  })

  test('stays signed out when the provider is replaced by that of a page from before the sign-out', async () => {
    const { rerender } = render(<App key="one" session={ann()} />)
    await act(() => signOut({ redirect: false }))
    await settle()
    expect(probe.latest().status).toBe('unauthenticated')
    const { length } = probe.seen

    rerender(<App key="two" session={ann()} />)
    await settle()
    rerender(<App key="three" session={ann()} />)
    await settle()

    expect(probe.seen.slice(length).map(({ status }) => status)).not.toContain('authenticated')
    expect(reads()).toBeLessThanOrEqual(2)
  })

  test('shows who is on the page of the new provider when that is not old', async () => {
    const { rerender } = render(<App key="one" session={ann()} />)
    await act(() => signOut({ redirect: false }))
    await settle()

    rerender(<App key="two" session={bob()} />)
    expect(name()).toBe('Bob')
    rerender(<App key="three" basePath="/other/auth" session={ann()} />)
    expect(name()).toBe('Ann')
  })

  test('asks anew when the provider is replaced by one for another server', async () => {
    const { rerender } = render(<App key="one" />)
    await settle()

    rerender(<App key="two" basePath="/other/auth" />)
    await settle()

    expect(auth.requests.map(({ url }) => new URL(url).pathname)).toEqual([
      '/api/auth/session',
      '/other/auth/session',
    ])
  })

  test('leaves one client running after it was replaced many times', async () => {
    const { rerender, unmount } = render(<App key="0" session={ann()} />)
    const held = page.held()
    for (let key = 1; key <= 20; key += 1) rerender(<App key={key} session={ann()} />)
    await settle()
    expect(page.held().sort()).toEqual(held.sort())

    unmount()
    await settle()
    expect(page.held()).toEqual([])
    expect(reads()).toBe(0)
  })
})
