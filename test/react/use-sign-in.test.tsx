// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { SessionError } from 'sessionchart'
import {
  SessionContext,
  SessionProvider,
  type SessionProviderProps,
  type SignInForm,
  useSession,
  useSignIn,
} from 'sessionchart/react'
import { beforeEach, expect, test } from 'vitest'
import { serverError } from '../client/fake-auth'
import { createFakePage, type FakePage } from '../client/fake-page'
import { takeComplaints } from './complaints'
import { createProbe, type Probe } from './probe'
import { describeEachReactMode } from './react-modes'
import { auth, settle, unreachable } from './served-auth'

let page: FakePage
let probe: Probe<SignInForm>
beforeEach(() => {
  page = createFakePage()
  probe = createProbe(() => useSignIn())
})

const right = { redirect: false, username: 'ann', password: 'right' } as const
const wrong = { ...right, password: 'wrong' }

function LoginForm() {
  const { signIn, isPending, error } = useSignIn()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        signIn('credentials', {
          redirect: false,
          password: new FormData(event.currentTarget).get('password'),
        })
      }}
    >
      <input name="password" aria-label="Password" />
      <button type="submit" disabled={isPending}>
        Sign in
      </button>
      {error && <p role="alert">{error.code === 'credentials' ? 'Wrong password' : 'Try again later'}</p>}
    </form>
  )
}

const Status = () => <p role="status">{useSession().status}</p>
const App = (props: Partial<SessionProviderProps>) => (
  <SessionProvider session={null} environment={page.environment} onError={() => {}} {...props}>
    <Status />
    <LoginForm />
    <probe.Probe />
  </SessionProvider>
)
const status = () => screen.getByRole('status').textContent

describeEachReactMode(({ render }) => {
  test('serves a form: a wrong password, then the right one', async () => {
    const user = userEvent.setup()
    render(<App />)
    await user.type(screen.getByLabelText('Password'), 'wrong')
    await user.click(screen.getByRole('button'))
    expect((await screen.findByRole('alert')).textContent).toBe('Wrong password')
    expect(status()).toBe('unauthenticated')

    await user.clear(screen.getByLabelText('Password'))
    await user.type(screen.getByLabelText('Password'), 'right')
    await user.click(screen.getByRole('button'))

    await screen.findByText('authenticated')
    expect(screen.queryByRole('alert')).toBeNull()
    expect(page.visited).toEqual([])
  })

  test('tells how far the sign-in has come', async () => {
    const answer = auth.hold('/csrf')
    render(<App />)
    expect(probe.latest()).toMatchObject({ progress: 'idle', isPending: false, error: null, result: null })

    let result: ReturnType<SignInForm['signIn']> | undefined
    await act(async () => {
      result = probe.latest().signIn('credentials', right)
    })
    await waitFor(() => expect(auth.count('/csrf')).toBe(1))
    expect(probe.latest()).toMatchObject({ progress: 'running', isPending: true, result: null })
    expect(screen.getByRole('button').hasAttribute('disabled')).toBe(true)

    answer()
    expect(await act(() => result)).toEqual({ type: 'signed-in' })
    expect(probe.latest()).toMatchObject({
      progress: 'idle',
      isPending: false,
      error: null,
      result: { type: 'signed-in' },
    })
  })

  test('is pending from the click on', async () => {
    render(<App />)

    fireEvent.click(screen.getByRole('button'))

    expect(screen.getByRole('button').hasAttribute('disabled')).toBe(true)
    await screen.findByRole('alert')
  })

  test.for([
    ['credentials', wrong, 'credentials', () => {}],
    ['credentials', right, 'network', () => auth.answerAll('/providers', unreachable)],
    ['credentials', right, 'http', () => auth.answerAll('/callback/credentials', serverError)],
    ['nobody', right, 'providers', () => {}],
    ['credentials', { ...right, redirectTo: 'javascript:alert(1)' }, 'redirect', () => {}],
  ] as const)('names the error: %s with %o fails as %s', async ([provider, options, code, prepare]) => {
    prepare()
    render(<App />)

    const result = await act(() => probe.latest().signIn(provider, options))

    expect(result).toEqual({ type: 'failed', error: expect.any(SessionError) })
    expect(probe.latest().error).toMatchObject({ name: 'SessionError', code })
    expect(probe.latest()).toMatchObject({ progress: 'idle', isPending: false, result })
    expect(status()).toBe('unauthenticated')
    expect(page.visited).toEqual([])
  })

  test('gives what an email provider and an OAuth provider come to', async () => {
    auth.session = null
    render(<App />)

    expect(await act(() => probe.latest().signIn('nodemailer', { redirect: false, email: 'a@b.c' }))).toEqual(
      {
        type: 'email-sent',
        url: 'http://localhost:3000/api/auth/verify-request',
      },
    )
    expect(await act(() => probe.latest().signIn('github', { redirect: false }))).toEqual({
      type: 'redirect',
      url: 'https://github.example/authorize',
    })
    expect(status()).toBe('unauthenticated')
  })

  test('forgets the last attempt when told, and when the next one starts', async () => {
    render(<App />)
    await act(() => probe.latest().signIn('credentials', wrong))
    act(() => probe.latest().reset())
    expect(probe.latest()).toMatchObject({ error: null, result: null })

    await act(() => probe.latest().signIn('credentials', wrong))
    const answer = auth.hold('/providers')
    act(() => {
      probe.latest().signIn('credentials', right)
    })
    expect(probe.latest()).toMatchObject({ error: null, result: null })

    answer()
    await screen.findByText('authenticated')
  })

  test('is leaving while the browser goes to the provider', async () => {
    render(<App />)

    const result = await act(() => probe.latest().signIn('github'))

    expect(result).toBeNull()
    expect(page.visited).toEqual(['https://github.example/authorize'])
    expect(probe.latest()).toMatchObject({ progress: 'leaving', isPending: true, error: null, result: null })
  })

  test('gives the error of a sign-in with a redirect that fails', async () => {
    auth.answerAll('/csrf', serverError)
    render(<App />)

    const result = await act(() => probe.latest().signIn('credentials', { password: 'right' }))

    expect(result).toMatchObject({ type: 'failed', error: { code: 'http', status: 500 } })
    expect(probe.latest()).toMatchObject({ progress: 'idle', error: { code: 'http' } })
    expect(page.visited).toEqual([])
  })

  test('posts once for a double click', async () => {
    render(<App />)

    const results = await act(() =>
      Promise.all([probe.latest().signIn('credentials', right), probe.latest().signIn('credentials', right)]),
    )

    expect(results).toEqual([{ type: 'signed-in' }, { type: 'signed-in' }])
    expect(auth.count('/callback/credentials')).toBe(1)
  })

  test('refuses another sign-in while one runs', async () => {
    render(<App />)

    const [first, second] = await act(() =>
      Promise.all([probe.latest().signIn('credentials', right), probe.latest().signIn('github', right)]),
    )

    expect(first).toEqual({ type: 'signed-in' })
    expect(second).toMatchObject({ type: 'failed', error: { code: 'busy' } })
  })

  test('keeps its functions', async () => {
    render(<App />)
    await act(() => probe.latest().signIn('credentials', wrong))

    expect(new Set(probe.seen.map(({ signIn }) => signIn)).size).toBe(1)
    expect(new Set(probe.seen.map(({ reset }) => reset)).size).toBe(1)
  })

  test('refuses fields that are no text', async () => {
    render(<App />)

    const attempt = probe.latest().signIn('credentials', { redirect: false, remember: { me: true } })

    await expect(act(() => attempt)).rejects.toThrow(
      'signIn option "remember" must be a string or a number: it is sent as a form field, not an object.',
    )
    expect(probe.latest()).toMatchObject({ progress: 'idle', isPending: false })
  })

  test('works under a mocked context', async () => {
    render(
      <SessionContext.Provider value={{ data: null, status: 'unauthenticated', update: async () => null }}>
        <probe.Probe />
      </SessionContext.Provider>,
    )

    expect(await act(() => probe.latest().signIn('credentials', wrong))).toMatchObject({ type: 'failed' })
    expect(probe.latest().error?.code).toBe('credentials')
  })

  test('survives that the form is gone when the answer comes', async () => {
    const answer = auth.hold('/providers')
    const { rerender } = render(<App />)
    const result = probe.latest().signIn('credentials', right)
    rerender(
      <SessionProvider session={null} environment={page.environment}>
        <Status />
      </SessionProvider>,
    )

    answer()

    expect(await act(() => result)).toEqual({ type: 'signed-in' })
    await settle()
    expect(status()).toBe('authenticated')
  })

  test('throws outside a provider', () => {
    expect(() => render(<probe.Probe />)).toThrow('must be wrapped in a <SessionProvider />')
    takeComplaints()
  })
})
