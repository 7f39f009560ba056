// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { getSessionClient } from 'sessionchart/react'
import { createTestSession } from 'sessionchart/testing'
import { afterEach, expect, test, vi } from 'vitest'
import { openRecipe } from './open-recipe'
import { serveAuth } from './serve-auth'

/** The components of docs/guides/, as they are. */

const guide = (name: string) => openRecipe(`docs/guides/${name}.md`)
const users = [{ name: 'ann', password: 'right' }]
const providers = [{ id: 'github', name: 'GitHub', type: 'oauth' as const }]
const text = () => document.body.textContent

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

async function enter(password: string, session: Awaited<ReturnType<typeof createTestSession>>) {
  fireEvent.change(screen.getByLabelText('User'), { target: { value: 'ann' } })
  fireEvent.change(screen.getByLabelText('Password'), { target: { value: password } })
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Sign in' })))
  await session.settle()
}

test('signs in by a password, after a wrong one, and out', async () => {
  const { SignInOrOut } = await guide('signing-in-and-out').load('src/sign-in.tsx')
  const session = await createTestSession({ users })
  render(<SignInOrOut />, { wrapper: session.Provider })

  await enter('wrong', session)
  expect(screen.getByRole('alert').textContent).toBe('credentials')
  await enter('right', session)
  expect(text()).toBe('Sign out')

  fireEvent.click(screen.getByRole('button'))
  await session.settle()
  expect(session.server.session).toBeNull()
  expect(session.page.navigations).toEqual([expect.stringMatching(/\/$/)])
})

test('goes to a provider', async () => {
  const { SignInOrOut } = await guide('signing-in-and-out').load('src/sign-in.tsx')
  const session = await createTestSession({ providers })
  render(<SignInOrOut />, { wrapper: session.Provider })

  fireEvent.click(screen.getByRole('button', { name: 'Sign in with GitHub' }))
  await session.settle()

  expect(session.page.navigations).toHaveLength(1)
  expect(session.requests.at(-1)?.body).toContain('callbackUrl=%2Fwelcome')
})

test.each([
  ['src/sign-in-form.tsx', 'SignInForm', 'Wrong name or password.'],
  ['src/action-form.tsx', 'ActionForm', 'refused'],
])('the form in %s says what went wrong, and signs in', async (file, name, problem) => {
  const { [name]: Form } = await guide('forms').load(file)
  const session = await createTestSession({ users })
  render(<Form />, { wrapper: session.Provider })

  await enter('wrong', session)
  expect(screen.getByRole('alert').textContent).toContain(problem)
  await enter('right', session)
  expect(session.state.status).toBe('authenticated')
})

test('the button signs out, and says when it could not', async () => {
  const { SignOutButton } = await guide('forms').load('src/sign-out-button.tsx')
  const session = await createTestSession({ at: 'authenticated' })
  render(<SignOutButton />, { wrapper: session.Provider })

  session.server.fail('signOut', { status: 503 })
  fireEvent.click(screen.getByRole('button'))
  await session.settle()
  expect(screen.getByRole('alert').textContent).toContain('You are still signed in')

  session.server.recover()
  fireEvent.click(screen.getByRole('button'))
  await session.settle()
  expect(session.state.cause.type).toBe('signed-out')
})

test.each([
  ['authenticated', 'Members only, Ann', 0],
  ['loading', 'One moment', 0],
  ['unreachable', 'One moment', 0],
  ['stale', 'Members only, Ann', 0],
  ['expired', 'One moment', 1],
] as const)('a page for members, while the session is %s', async (at, shown, visits) => {
  const { Members } = await guide('required-pages').load('src/members.tsx')
  const session = await createTestSession({ at })
  render(<Members />, { wrapper: session.Provider })
  await session.settle()

  expect(text()).toBe(shown)
  expect(session.page.navigations).toHaveLength(visits)
})

test.each([
  ['authenticated', 'Your account'],
  ['loading', 'One moment'],
  ['unreachable', 'One moment'],
  ['unauthenticated', 'Sign in'],
] as const)('shows one part of three while the session is %s', async (at, shown) => {
  const { Header } = await guide('required-pages').load('src/header.tsx')
  const session = await createTestSession({ at })
  render(<Header />, { wrapper: session.Provider })

  expect(text()).toBe(shown)
})

test('updates the name', async () => {
  const { NameForm } = await guide('updating').load('src/name-form.tsx')
  const session = await createTestSession({ at: 'authenticated' })
  render(<NameForm />, { wrapper: session.Provider })

  fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'Anna' } })
  await act(async () => fireEvent.click(screen.getByRole('button')))
  await session.settle()

  expect(session.requests.map(({ method, path }) => `${method} ${path}`)).toContain('POST /api/auth/session')
  expect(session.requests.at(-1)?.body).toContain('"data":{"name":"Anna"}')
})

test('warns of the end, lets the user stay, and says that it is over', async () => {
  const open = guide('expiry')
  const { ExpiryWarning } = await open.load('src/expiry-warning.tsx')
  const { SessionOver } = await open.load('src/session-over.tsx')
  const both = [<ExpiryWarning key="warning" />, <SessionOver key="over" />]
  const session = await createTestSession({ at: 'expiring' })
  render(<>{both}</>, { wrapper: session.Provider })
  expect(text()).toContain('You will be signed out in 60 s.')

  const expires = new Date(session.clock.now() + 3_600_000).toISOString()
  session.server.session = { user: { name: 'Ann' }, expires }
  fireEvent.click(screen.getByRole('button'))
  await session.settle()
  expect(text()).toBe('')

  session.server.session = null
  await session.clock.tick('2h')
  expect(text()).toContain('Your session has ended.')
})

test.each([
  ['expiry', 'test/expiry.test.tsx'],
  ['tabs', 'test/tabs.test.tsx'],
])('the test in the guide %s passes', async (name, file) => {
  const runs: Array<() => Promise<void>> = []
  vi.stubGlobal('expect', expect)
  vi.stubGlobal('test', (_name: string, run: () => Promise<void>) => runs.push(run))
  await guide(name).load(file)

  expect(runs).toHaveLength(1)
  for (const run of runs) await run()
})

test('tells of another user, and of a sign-out in another tab', async () => {
  const auth = serveAuth({ session: { user: { name: 'Ann', email: 'a' }, expires: '2099-01-01T00:00:00Z' } })
  const { Providers } = await guide('tabs').load('src/providers.tsx')
  render(<Providers>{null}</Providers>)
  await vi.waitFor(() => expect(getSessionClient().getState().status).toBe('authenticated'))
  expect(screen.getByRole('status').textContent).toBe('')

  auth.session = { user: { name: 'Bob', email: 'b' }, expires: '2099-01-01T00:00:00Z' }
  await act(() => getSessionClient().refetch())
  expect(screen.getByRole('status').textContent).toBe('You are now signed in as Bob.')

  auth.session = null
  await act(() => getSessionClient().refetch())
  expect(screen.getByRole('status').textContent).toBe('')
})
