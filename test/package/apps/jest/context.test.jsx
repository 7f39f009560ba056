import { render, screen } from '@testing-library/react'
import { SessionContext, SessionProvider, SignedIn, useSessionState } from 'sessionchart/react'
import { SessionContext as SessionContextV4 } from 'sessionchart/v4'
import { Account } from './account'

const session = { expires: '1', user: { name: 'Ada', email: 'ada@example.com' } }

function State() {
  return <p>{useSessionState().status}</p>
}

test('a context of the test', () => {
  const value = { data: session, status: 'authenticated', update: jest.fn() }
  render(
    <SessionContext.Provider value={value}>
      <Account />
      <SignedIn>
        <State />
      </SignedIn>
    </SessionContext.Provider>,
  )
  screen.getByText('Sign out Ada')
  screen.getByText('authenticated')
  expect(SessionContextV4).toBe(SessionContext)
})

test('a provider with a session', async () => {
  expect(typeof fetch).toBe('undefined')
  render(
    <SessionProvider session={session}>
      <Account />
    </SessionProvider>,
  )
  await screen.findByText('Sign out Ada')
  // What a provider may have put off until later.
  await new Promise((resolve) => setTimeout(resolve, 50))
  screen.getByText('Sign out Ada')
})

test('a provider that nobody takes away', async () => {
  const { createRoot } = require('react-dom/client')
  const { act } = require('react')
  const page = document.body.appendChild(document.createElement('div'))
  await act(async () => {
    createRoot(page).render(
      <SessionProvider session={session} refetchInterval={60}>
        <Account />
      </SessionProvider>,
    )
  })
  expect(page.textContent).toBe('Sign out Ada')
})

test('a fetch of the test', async () => {
  global.fetch = jest.fn(() =>
    Promise.resolve({ ok: true, status: 200, json: () => Promise.resolve(session) }),
  )
  render(
    <SessionProvider>
      <Account />
    </SessionProvider>,
  )
  await screen.findByText('Sign out Ada')
  expect(fetch).toHaveBeenCalledTimes(1)
  delete global.fetch
})
