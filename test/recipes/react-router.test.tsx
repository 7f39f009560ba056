// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { MemoryRouter, Route, Routes, useLocation } from 'react-router'
import { SessionProvider } from 'sessionchart/react'
import { afterEach, expect, test, vi } from 'vitest'
import { openRecipe } from './open-recipe'
import { serveAuth } from './serve-auth'

/** The recipe of docs/recipes/react-router.md, as it is. */

const home = `
import { useLoaderData } from 'react-router'
export const Home = () => <p>{useLoaderData().greeting}</p>`
const page = 'docs/recipes/react-router.md'
const users = [
  { name: 'ann', password: 'right' },
  { name: 'bob', password: 'right' },
]
const ann = { user: { name: 'ann', email: 'ann@example.com' }, expires: '2099-01-01T00:00:00Z' }
const bob = { ...ann, user: { name: 'bob', email: 'bob@example.com' } }

function Here() {
  const { pathname, search } = useLocation()
  return <p>{pathname + search}</p>
}

let stop = () => {}
afterEach(() => {
  cleanup()
  stop()
  vi.unstubAllGlobals()
})

/** Every test has a router and a client of its own. */
async function openPage(path: string, options: Parameters<typeof serveAuth>[0] = {}, isDown = false) {
  const auth = serveAuth({ users, ...options })
  if (isDown) auth.fail('session', 'network')
  history.replaceState(null, '', path)
  const recipe = openRecipe(page, { 'src/home.tsx': home })
  const { Root } = await recipe.load('src/root.tsx')
  const { client, router } = await recipe.load('src/router.tsx')
  stop = () => {
    router.dispose()
    client.stop()
  }
  render(<Root />)
  return { auth, client }
}
const address = () => location.pathname + location.search

function signIn(username: string, password: string) {
  fireEvent.change(screen.getByLabelText('User'), { target: { value: username } })
  fireEvent.change(screen.getByLabelText('Password'), { target: { value: password } })
  fireEvent.click(screen.getByRole('button'))
}

test('loads the page for who is signed in, with one read', async () => {
  const { auth } = await openPage('/', { session: ann })

  await screen.findByText('Hello ann')
  expect(auth.requests).toHaveLength(1)
})

test('sends whoever is signed out to sign in, and back', async () => {
  await openPage('/?tab=2')
  await screen.findByLabelText('User')
  expect(address()).toBe('/sign-in?to=%2F%3Ftab%3D2')

  signIn('ann', 'wrong')
  expect((await screen.findByRole('alert')).textContent).toBe('Wrong name or password.')
  signIn('ann', 'right')

  await screen.findByText('Hello ann')
  expect(address()).toBe('/?tab=2')
})

test.each(['//evil.example', '/\\evil.example', 'https://evil.example'])(
  'does not go to %s after the sign-in',
  async (to) => {
    await openPage(`/sign-in?${new URLSearchParams({ to })}`)
    await screen.findByLabelText('User')

    signIn('ann', 'right')

    await screen.findByText('Hello ann')
    expect(address()).toBe('/')
  },
)

test('leaves the page when the session has ended elsewhere', async () => {
  const { auth, client } = await openPage('/', { session: ann })
  await screen.findByText('Hello ann')

  auth.session = null
  await act(() => client.refetch())

  await screen.findByLabelText('User')
  expect(address()).toBe('/sign-in?to=%2F')
})

test('loads anew for another user', async () => {
  const { auth, client } = await openPage('/', { session: ann })
  await screen.findByText('Hello ann')

  auth.session = bob
  await act(() => client.refetch())

  await screen.findByText('Hello bob')
})

test('waits while the server cannot be reached', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const { auth, client } = await openPage('/', { session: ann }, true)
  await vi.waitFor(() => expect(client.getState().cause.type).toBe('unreachable'))
  expect(screen.getByText('One moment')).toBeDefined()
  expect(address()).toBe('/')

  auth.recover()
  await act(() => client.refetch())

  await screen.findByText('Hello ann')
})

test('a component sends whoever is signed out to sign in', async () => {
  serveAuth()
  const { Members } = await openRecipe(page, { 'src/home.tsx': home }).load('src/members.tsx')
  const pageFor = (session: typeof ann | null) => (
    <SessionProvider key={session?.user.name} session={session}>
      <MemoryRouter initialEntries={['/members?tab=2']}>
        <Routes>
          <Route path="/members" element={<Members />} />
          <Route path="/sign-in" element={<Here />} />
        </Routes>
      </MemoryRouter>
    </SessionProvider>
  )

  const { rerender } = render(pageFor(ann))
  expect(screen.getByText('Members only, ann')).toBeDefined()
  rerender(pageFor(null))

  await screen.findByText('/sign-in?to=%2Fmembers%3Ftab%3D2')
})
