// @vitest-environment jsdom
import { act, screen, waitFor } from '@testing-library/react'
import { getSessionClient, SessionProvider, type SessionProviderProps, useSession } from 'sessionchart/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { createFakePage, type FakePage } from '../client/fake-page'
import { describeEachReactMode } from './react-modes'
import { auth, settle } from './served-auth'

let page: FakePage
beforeEach(() => {
  page = createFakePage()
  auth.session = null
})

function Secret({ onUnauthenticated }: { onUnauthenticated?: (() => void) | undefined }) {
  return <p>{useSession({ required: true, ...(onUnauthenticated && { onUnauthenticated }) }).status}</p>
}
interface Props extends Partial<SessionProviderProps> {
  isSecret: boolean
  onUnauthenticated?: () => void
}
const App = ({ isSecret, onUnauthenticated, ...props }: Props) => (
  <SessionProvider session={null} environment={page.environment} {...props}>
    {isSecret && <Secret onUnauthenticated={onUnauthenticated} />}
  </SessionProvider>
)

const signInPage = '/api/auth/signin?error=SessionRequired&callbackUrl=http%3A%2F%2Flocalhost%3A3000%2Fpage'
const attempt = (password: string) => getSessionClient().signIn('credentials', { redirect: false, password })

describeEachReactMode(({ render }) => {
  test('goes to the sign-in page when a sign-in that was out at its mount has failed', async () => {
    const { rerender } = render(<App isSecret={false} />)
    const answer = auth.hold('/callback/credentials')
    const result = attempt('wrong')
    await act(() => auth.settled(1))
    rerender(<App isSecret />)
    await act(() => auth.settled(1))
    expect(page.visited).toEqual([])
    answer()

    expect(await act(() => result)).toMatchObject({ ok: false })

    await waitFor(() => expect(page.visited).toEqual([signInPage]))
    await settle()
    expect(page.visited).toHaveLength(1)
  })

  test('calls the app once when that sign-in has failed', async () => {
    const onUnauthenticated = vi.fn()
    const { rerender } = render(<App isSecret={false} />)
    const answer = auth.hold('/callback/credentials')
    const result = attempt('wrong')
    await act(() => auth.settled(1))
    rerender(<App isSecret onUnauthenticated={onUnauthenticated} />)
    await act(() => auth.settled(1))
    expect(onUnauthenticated).not.toHaveBeenCalled()
    answer()

    await act(() => result)
    await settle()

    expect(onUnauthenticated).toHaveBeenCalledTimes(1)
    expect(page.visited).toEqual([])
  })

  test('stays when that sign-in has worked', async () => {
    const onUnauthenticated = vi.fn()
    const { rerender } = render(<App isSecret={false} />)
    const answer = auth.hold('/callback/credentials')
    const result = attempt('right')
    await act(() => auth.settled(1))
    rerender(<App isSecret onUnauthenticated={onUnauthenticated} />)
    answer()

    expect(await act(() => result)).toMatchObject({ ok: true })
    await settle()

    expect(screen.getByText('authenticated')).toBeDefined()
    expect(onUnauthenticated).not.toHaveBeenCalled()
  })

  test('does not ask for ever where there is no page to leave', async () => {
    page = createFakePage({ href: () => undefined })
    const answer = vi.fn(async () => Response.json(null))
    const never = () => new Promise<Response>(() => {})
    const limited = (async () => (answer.mock.calls.length < 10 ? answer() : never())) as typeof fetch
    render(<App isSecret fetch={limited} baseUrl="http://localhost:3000" />)

    await settle()

    expect(answer.mock.calls.length).toBeLessThanOrEqual(1)
  })
})
