// @vitest-environment jsdom
import { act, fireEvent, render, screen } from '@testing-library/react'
import {
  getCsrfToken,
  getProviders,
  getSession,
  getSessionClient,
  signIn,
  signOut,
  useSession,
  useSessionState,
  useSignIn,
  useSignOut,
} from 'sessionchart/react'
import { TestSessionProvider, type TestSessionProviderProps } from 'sessionchart/testing'
import * as v4 from 'sessionchart/v4'
import { expect, test, vi } from 'vitest'
import { ann } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'
import { settle } from '../support/time'
import { expectQuietPage } from './quiet-page'

let update: ReturnType<typeof useSession>['update']
let form: ReturnType<typeof useSignIn>

function Page() {
  update = useSession().update
  const { status, cause, isUpdating } = useSessionState()
  const { signOut: leave, progress, result } = useSignOut()
  form = useSignIn()
  return (
    <button type="button" onClick={() => leave()}>
      {`${status} ${cause.type} ${isUpdating} ${progress} ${result?.type}`}
    </button>
  )
}
const show = (props: TestSessionProviderProps) =>
  render(
    <TestSessionProvider {...props}>
      <Page />
    </TestSessionProvider>,
  )
const text = () => screen.getByRole('button').textContent
const SIGNED_IN = 'authenticated seeded false idle undefined'
const SIGNED_OUT = 'unauthenticated signed-out false idle undefined'

describeEachReactMode(() => {
  expectQuietPage()

  test.for([ann, null])(
    'whoever reads gets the session, and nothing is rendered for it: %o',
    async (session) => {
      show({ session })
      const before = text()

      // Not inside `act`: React would complain of whatever moved.
      expect(await getSession()).toBe(session)
      expect(await v4.getSession()).toBe(session)
      expect(await update()).toBe(session)
      expect(text()).toBe(before)
    },
  )

  test('a refetch shows that it is under way', async () => {
    show({ session: ann })
    const client = getSessionClient()

    await act(async () => {
      const read = client.refetch()
      expect(client.getState().isFetching).toBe(true)
      expect((await read).data).toBe(ann)
    })
    expect(text()).toBe(SIGNED_IN)
  })

  test('an update changes nothing, because what it would change only the server knows', async () => {
    show({ session: ann })

    await act(async () => {
      const updated = update({ user: { name: 'Annie' } })
      expect(getSessionClient().getState().isUpdating).toBe(true)
      expect(await updated).toBe(ann)
    })
    expect(text()).toBe(SIGNED_IN)
  })

  test.for([
    ['signOut()', () => signOut(), undefined],
    ['signOut({ redirectTo })', () => signOut({ redirectTo: '/bye' }), undefined],
    [
      'signOut({ redirect: false })',
      () => signOut({ redirect: false }),
      { url: 'http://localhost:3000/page' },
    ],
    ['with a target', () => signOut({ redirect: false, redirectTo: '/bye' }), { url: '/bye' }],
    ['v4.signOut()', () => v4.signOut(), undefined],
    ['v4 with a target', () => v4.signOut({ redirect: false, callbackUrl: '/bye' }), { url: '/bye' }],
  ] as const)('%s signs out and stays on the page', async ([, leave, response]) => {
    show({ session: ann })

    await act(async () => {
      expect(await leave()).toEqual(response)
    })

    expect(text()).toBe(SIGNED_OUT)
    await act(async () => {
      expect(await getSession()).toBeNull()
      expect(await update({ theme: 'dark' })).toBeNull()
    })
    expect(text()).toBe(SIGNED_OUT)
  })

  test('a button of useSignOut signs out', async () => {
    show({ session: ann })

    fireEvent.click(screen.getByRole('button'))
    expect(text()).toBe('authenticated seeded false running undefined')
    await act(() => settle())

    expect(text()).toBe(SIGNED_OUT)
  })

  test.for<[name: string, call: () => Promise<unknown>, named: string]>([
    ['signIn()', () => signIn(), 'signIn()'],
    ['signIn(id)', () => signIn('github'), 'signIn("github")'],
    ['signIn without redirect', () => signIn('credentials', { redirect: false }), 'signIn("credentials")'],
    ['v4.signIn', () => v4.signIn('github'), 'signIn("github")'],
    ['the form of useSignIn', () => form.signIn('email', { redirect: false }), 'signIn("email")'],
  ])('%s rejects and says what to do', async ([, call, named]) => {
    show({ session: null })

    await act(async () => {
      const refused = expect(call()).rejects
      await refused.toThrow(`sessionchart: ${named} in a <TestSessionProvider>`)
    })

    expect(text()).toBe('unauthenticated seeded false idle undefined')
    expect(form).toMatchObject({ isPending: false, error: null })
  })

  test('a mocked sign-in answers the free function and the form', async () => {
    show({ session: null })
    const response = { ok: true, status: 200, url: '/', error: undefined, code: undefined }
    const mock = vi.spyOn(getSessionClient(), 'signIn').mockResolvedValue(response)

    await act(async () => {
      expect(await signIn('credentials', { redirect: false, password: 'secret' })).toBe(response)
      expect(await form.signIn('email')).toBeNull()
    })

    expect(mock.mock.calls.map(([provider]) => provider)).toEqual(['credentials', 'email'])
  })

  test('the server knows a csrf token and no providers', async () => {
    show({ session: ann })

    expect(await getCsrfToken()).toMatch(/./)
    expect(await getProviders()).toEqual({})
    expect(await v4.getProviders()).toBeNull()
  })

  const ask = (settled: unknown[]) => {
    for (const promise of [getSession(), update(), update({ theme: 'dark' })]) {
      promise.then((session) => settled.push(session))
    }
  }

  test('whoever asks while it is loading waits until the props say', async () => {
    const { rerender } = show({ status: 'loading' })
    const settled: unknown[] = []
    await act(() => {
      ask(settled)
      return settle()
    })
    expect(settled).toEqual([])

    rerender(
      <TestSessionProvider session={ann}>
        <Page />
      </TestSessionProvider>,
    )
    expect(text()).toBe(SIGNED_IN)
    await act(() => settle())

    expect(settled).toEqual([ann, ann, ann])
    expect(text()).toBe(SIGNED_IN)
  })

  test('or until the test is over', async () => {
    const { unmount } = show({ status: 'loading' })
    const settled: unknown[] = []
    await act(() => {
      ask(settled)
      return settle()
    })

    unmount()
    await settle()

    expect(settled).toEqual([null, null, null])
  })

  test('calls that a test leaves behind are settled, quietly', async () => {
    const { unmount } = show({ session: ann })
    const calls: Array<Promise<unknown>> = []

    act(() => {
      calls.push(
        getSessionClient().refetch(),
        update({ theme: 'dark' }),
        signOut({ redirect: false }),
        signOut(),
      )
      unmount()
    })

    expect(await Promise.all(calls)).toHaveLength(4)
  })
})
