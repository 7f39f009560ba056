// @vitest-environment jsdom
import { useQuery } from '@tanstack/react-query'
import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import { getSessionClient } from 'sessionchart/react'
import { afterEach, expect, test, vi } from 'vitest'
import { openRecipe } from './open-recipe'
import { serveAuth } from './serve-auth'

/** The recipe of docs/recipes/tanstack-query.md, as it is. */

const api = `
import { ApiError } from './query-client'
export const api = { orders: ['none'], asked: 0, refuses: false }
export async function readOrders() {
  api.asked += 1
  const { orders, refuses } = api
  await null
  if (refuses) throw new ApiError(401)
  return orders
}`
const recipe = openRecipe('docs/recipes/tanstack-query.md', { 'src/api.ts': api })
const { Providers } = await recipe.load('src/providers.tsx')
const { Orders } = await recipe.load('src/orders.tsx')
const { queryClient } = await recipe.load('src/query-client.ts')
const { api: server, readOrders } = await recipe.load('src/api.ts')

const Careless = () => <p>{useQuery<string[]>({ queryKey: ['orders'], queryFn: readOrders }).data}</p>

const session = (name: string) => ({
  user: { name, email: `${name}@example.com` },
  expires: '2099-01-01T00:00:00Z',
})
const refetch = () => act(() => getSessionClient().refetch())

async function openPage() {
  const auth = serveAuth({ session: session('ann') })
  Object.assign(server, { orders: ['tea'], asked: 0, refuses: false })
  render(
    <Providers>
      <Orders />
    </Providers>,
  )
  await screen.findByText('tea')
  expect(queryClient.getQueryData(['ann@example.com', 'orders'])).toEqual(['tea'])
  return auth
}

test('a component that does not look at the session would go on showing what it had', async () => {
  const auth = serveAuth({ session: session('ann') })
  Object.assign(server, { orders: ['tea'], refuses: false })
  const careless = <Careless />
  render(<Providers>{careless}</Providers>)
  await screen.findByText('tea')

  auth.session = session('bob')
  await refetch()

  expect(getSessionClient().getState().data?.user?.name).toBe('bob')
  expect(screen.getByText('tea')).toBeDefined()
})

afterEach(() => {
  cleanup()
  queryClient.clear()
  vi.unstubAllGlobals()
})

test('shows another user nothing of what the last one has loaded', async () => {
  const auth = await openPage()

  server.orders = ['coffee']
  auth.session = session('bob')
  await refetch()

  expect(screen.queryByText('tea')).toBeNull()
  await screen.findByText('coffee')
  expect(queryClient.getQueryData(['ann@example.com', 'orders'])).toBeUndefined()
})

test('forgets everything when somebody signs out, and asks for nothing more', async () => {
  const auth = await openPage()

  auth.session = null
  await refetch()

  expect(screen.queryByText('tea')).toBeNull()
  expect(queryClient.getQueryData(['ann@example.com', 'orders'])).toBeUndefined()
  expect(server.asked).toBe(1)
})

test('keeps what was loaded while the same user has new data', async () => {
  const auth = await openPage()

  auth.session = { ...session('ann'), expires: '2098-01-01T00:00:00Z' }
  await refetch()

  expect(screen.getByText('tea')).toBeDefined()
  expect(server.asked).toBe(1)
})

test('asks who is signed in when requests are refused, once', async () => {
  const auth = await openPage()
  const reads = () => auth.requests.filter(({ endpoint }) => endpoint === 'session').length
  const before = reads()
  const refuse = (name: string) =>
    queryClient.prefetchQuery({ queryKey: ['ann@example.com', name], queryFn: readOrders })

  auth.session = null
  server.refuses = true
  await act(() => Promise.all([refuse('one'), refuse('other')]))
  await waitFor(() => expect(getSessionClient().getState().status).toBe('unauthenticated'))

  expect(reads()).toBe(before + 1)
})

test('keeps the session when the server cannot be asked', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const auth = await openPage()

  auth.fail('session', 'network')
  server.refuses = true
  await act(() => queryClient.refetchQueries())
  await waitFor(() => expect(getSessionClient().getState().isStale).toBe(true))

  expect(getSessionClient().getState().status).toBe('authenticated')
  expect(server.asked).toBe(2)
})
