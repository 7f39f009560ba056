// @vitest-environment jsdom
import { act, screen, waitFor } from '@testing-library/react'
import { SessionProvider, type SignOutForm, useSession, useSignOut } from 'sessionchart/react'
import { beforeEach, expect, test } from 'vitest'
import { json, serverError } from '../client/fake-auth'
import { createFakePage, type FakePage } from '../client/fake-page'
import { ann } from '../client/sessions'
import { createProbe, type Probe } from './probe'
import { describeEachReactMode } from './react-modes'
import { auth, settle, unreachable } from './served-auth'

let page: FakePage
let probe: Probe<SignOutForm>
beforeEach(() => {
  page = createFakePage()
  probe = createProbe(() => useSignOut())
})

const Status = () => <p role="status">{useSession().status}</p>
const App = () => (
  <SessionProvider session={ann()} environment={page.environment} onError={() => {}}>
    <Status />
    <probe.Probe />
  </SessionProvider>
)
const status = () => screen.getByRole('status').textContent

describeEachReactMode(({ render }) => {
  test('signs out and stays, without a read', async () => {
    const answer = auth.hold('/csrf')
    render(<App />)

    let result: ReturnType<SignOutForm['signOut']> | undefined
    act(() => {
      result = probe.latest().signOut({ redirect: false })
    })
    await waitFor(() => expect(auth.count('/csrf')).toBe(1))
    expect(probe.latest()).toMatchObject({ progress: 'running', isPending: true, error: null, result: null })
    expect(status()).toBe('authenticated')

    answer()
    expect(await act(() => result)).toEqual({ type: 'signed-out' })
    expect(status()).toBe('unauthenticated')
    expect(probe.latest()).toMatchObject({ progress: 'idle', result: { type: 'signed-out' } })
    await settle()
    expect(auth.requests.map(({ path }) => path)).toEqual(['/csrf', '/signout'])
  })

  test('is leaving while the browser goes elsewhere, and the session stays on the screen', async () => {
    render(<App />)

    expect(await act(() => probe.latest().signOut({ redirectTo: '/bye' }))).toBeNull()

    expect(page.visited).toEqual(['/bye'])
    expect(probe.latest()).toMatchObject({ progress: 'leaving', isPending: true, error: null })
    expect(status()).toBe('authenticated')
  })

  test.for([
    ['network', unreachable],
    ['http', serverError],
    ['csrf', () => json({ url: 'http://localhost:3000/api/auth/signout?csrf=true' })],
  ] as const)('keeps the session when it fails, and says why: %s', async ([code, answer]) => {
    auth.answerAll('/signout', answer)
    render(<App />)

    const staying = await act(() => probe.latest().signOut({ redirect: false }))
    expect(staying).toMatchObject({ type: 'failed', error: { code } })
    expect(probe.latest().error).toMatchObject({ code })

    const leaving = await act(() => probe.latest().signOut())
    expect(leaving).toMatchObject({ type: 'failed', error: { code } })
    expect(probe.latest()).toMatchObject({ progress: 'idle', error: { code } })

    expect(status()).toBe('authenticated')
    expect(page.visited).toEqual([])
    expect(page.told).toEqual([])
  })

  test('forgets the last attempt when told', async () => {
    auth.answerNext('/signout', unreachable)
    render(<App />)
    await act(() => probe.latest().signOut({ redirect: false }))

    act(() => probe.latest().reset())

    expect(probe.latest()).toMatchObject({ error: null, result: null })
    expect(new Set(probe.seen.map(({ signOut }) => signOut)).size).toBe(1)
  })
})
