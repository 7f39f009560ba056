// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import { SessionError } from 'sessionchart'
import {
  getCsrfToken,
  getProviders,
  getSession,
  getSessionClient,
  SessionProvider,
  type SessionProviderProps,
  signIn,
  useSession,
} from 'sessionchart/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { createFakePage, type FakePage } from '../client/fake-page'
import { ann } from '../client/sessions'
import { takeComplaints } from './complaints'
import { describeEachReactMode } from './react-modes'
import { auth, settle, unreachable } from './served-auth'

const logger = { error: vi.fn() }
let page: FakePage
beforeEach(() => {
  page = createFakePage()
  logger.error.mockReset()
})

const Show = () => <p>{useSession().status}</p>
const App = (props: Partial<SessionProviderProps>) => (
  <SessionProvider session={ann()} environment={page.environment} {...props}>
    <Show />
  </SessionProvider>
)
const refetch = () => act(() => getSessionClient().refetch())

describeEachReactMode(({ render }) => {
  test('go to the console, the first of a row', async () => {
    render(<App />)
    auth.answerNext('/session', unreachable)
    auth.answerNext('/session', unreachable)
    await refetch()
    await refetch()
    expect(takeComplaints()).toEqual([expect.stringMatching(/^SessionError: /)])

    await refetch()
    auth.answerNext('/session', unreachable)
    await refetch()
    expect(takeComplaints()).toHaveLength(1)
  })

  test('go to the logger of the app', async () => {
    render(<App logger={logger} />)
    auth.answerNext('/session', () => new Response('{}', { status: 503 }))

    await refetch()

    const [[error]] = logger.error.mock.calls as [[SessionError]]
    expect(error).toBeInstanceOf(SessionError)
    expect(error).toMatchObject({ code: 'http', status: 503, url: '/api/auth/session' })
    expect(getSessionClient().getState().error).toBe(error)
  })

  test('go to onError each time, and then not to the logger', async () => {
    const onError = vi.fn()
    render(<App logger={logger} onError={onError} />)
    auth.answerNext('/session', unreachable)
    auth.answerNext('/session', () => new Response('no JSON'))

    await refetch()
    await refetch()

    expect(onError.mock.calls.map(([{ code }]) => code)).toEqual(['network', 'parse'])
    expect(logger.error).not.toHaveBeenCalled()
  })

  test('go to the onError of the last render', async () => {
    const first = vi.fn()
    const second = vi.fn()
    const { rerender } = render(<App onError={first} />)
    rerender(<App onError={second} />)
    auth.answerNext('/session', unreachable)

    await refetch()

    expect(first).not.toHaveBeenCalled()
    expect(second).toHaveBeenCalledTimes(1)
  })

  test('of the free functions are reported, too, and give null', async () => {
    const onError = vi.fn()
    render(<App onError={onError} />)
    for (const path of ['/session', '/csrf', '/providers']) auth.answerAll(path, unreachable)

    expect(await act(() => getSession())).toBeNull()
    expect(await getCsrfToken()).toBe('')
    expect(await getProviders()).toBeNull()

    expect(onError.mock.calls.map(([{ url }]) => url)).toEqual([
      '/api/auth/session',
      '/api/auth/csrf',
      '/api/auth/providers',
    ])
  })

  test('of a sign-in are the result of the call and are not reported besides', async () => {
    const onError = vi.fn()
    render(<App session={null} onError={onError} logger={logger} />)

    const response = await act(() => signIn('credentials', { redirect: false, password: 'wrong' }))

    expect(response).toMatchObject({ ok: false, error: 'CredentialsSignin', code: 'credentials', url: null })
    expect(onError).not.toHaveBeenCalled()
    expect(logger.error).not.toHaveBeenCalled()
  })

  test('of a server that signs out or answers with nobody are none', async () => {
    render(<App logger={logger} />)
    auth.answerNext('/session', () => new Response('', { status: 401 }))

    await refetch()

    expect(screen.getByText('unauthenticated')).toBeDefined()
    expect(logger.error).not.toHaveBeenCalled()
  })

  test.for([
    ['onError', { onError: vi.fn() }],
    ['the inspector', { inspect: vi.fn() }],
    ['identify', { identify: vi.fn() }],
  ] as const)('in %s of the app are logged, and the session goes on', async ([, props]) => {
    const fault = new Error('a fault of the app')
    for (const callback of Object.values(props)) {
      callback.mockReset().mockImplementation(() => {
        throw fault
      })
    }
    render(<App logger={logger} {...props} />)
    auth.answerNext('/session', unreachable)
    await refetch()
    await refetch()
    await settle()

    expect(logger.error).toHaveBeenCalledWith(fault)
    expect(getSessionClient().getState()).toMatchObject({ status: 'authenticated', error: null })
    expect(getSessionClient().actor.getSnapshot().status).toBe('active')
  })

  test('in the logger itself go to the console', async () => {
    const broken = {
      error() {
        throw new Error('a fault of the logger')
      },
    }
    render(<App logger={broken} />)
    auth.answerNext('/session', unreachable)

    await refetch()

    expect(takeComplaints()[0]).toMatch(/a fault of the logger/)
    expect(screen.getByText('authenticated')).toBeDefined()
  })

  test('in the function that gives the headers are failed requests', async () => {
    const headers = () => {
      throw new Error('no token')
    }
    render(<App headers={headers} logger={logger} />)

    await refetch()

    expect(getSessionClient().getState()).toMatchObject({
      status: 'authenticated',
      error: { code: 'network', message: 'no token' },
    })
  })
})
