import { act, fireEvent, render, screen } from '@testing-library/react'
import { getSession, getSessionClient, useSession, useSignIn } from 'sessionchart/react'
import { TestSessionProvider } from 'sessionchart/testing'
import { useSession as useSessionV4 } from 'sessionchart/v4'
import { Account } from './account'

const session = { expires: '1', user: { name: 'Ada', email: 'ada@example.com' } }

const Show = () => <p>{`${useSession().data.user.name} ${useSessionV4().status}`}</p>

function Form() {
  const { signIn, result } = useSignIn()
  return (
    <button type="button" onClick={() => signIn('email', { redirect: false })}>
      {result?.type ?? 'Sign in'}
    </button>
  )
}

test('a session, which the props change', () => {
  const app = (props) => (
    <TestSessionProvider {...props}>
      <Account />
    </TestSessionProvider>
  )
  const { rerender } = render(app({ status: 'loading' }))
  screen.getByText('One moment')
  rerender(app({ session }))
  screen.getByText('Sign out Ada')
  rerender(app({ session: null }))
  screen.getByText('Sign in')
})

test('a sign-out, without a network', async () => {
  expect(typeof fetch).toBe('undefined')
  render(
    <TestSessionProvider session={session}>
      <Account />
    </TestSessionProvider>,
  )
  expect(await getSession()).toBe(session)
  fireEvent.click(screen.getByText('Sign out Ada'))
  await screen.findByText('Sign in')
  expect(await getSession()).toBeNull()
})

test('a clock that stands still', async () => {
  // React's `act` leaves one of those.
  jest.useFakeTimers({ doNotFake: ['queueMicrotask'] })
  render(
    <TestSessionProvider session={session}>
      <Account />
    </TestSessionProvider>,
  )
  await act(() => getSessionClient().signOut())
  screen.getByText('Sign in')
  expect(jest.getTimerCount()).toBe(0)
  jest.useRealTimers()
})

test('a sign-in that the test answers', async () => {
  render(
    <TestSessionProvider>
      <Form />
    </TestSessionProvider>,
  )
  const result = { type: 'email-sent', url: '/verify' }
  const signIn = jest.spyOn(getSessionClient(), 'signIn').mockResolvedValue({ ok: true, result })
  fireEvent.click(screen.getByText('Sign in'))
  await screen.findByText('email-sent')
  expect(signIn.mock.calls[0].slice(0, 2)).toEqual(['email', { redirect: false }])
})

test('both drop-ins see it', () => {
  render(
    <TestSessionProvider session={session}>
      <Show />
    </TestSessionProvider>,
  )
  screen.getByText('Ada authenticated')
})
