import { expect, test, vi } from 'vitest'
import { createTestClient } from './test-client'

const EXPIRES = '2099-01-01T00:00:00.000Z'
const user = (id: number) =>
  ({ user: { id, name: `User ${id}` }, expires: EXPIRES }) as unknown as { expires: string }

test.for([
  [1, 2],
  [1, 0],
  [0, 1],
])('tells user %i from user %i by the number', async ([before, after]) => {
  const onSessionChange = vi.fn()
  const { client, auth, logged } = createTestClient({ session: user(before as number), onSessionChange })
  client.start()
  auth.session = user(after as number)

  await client.refetch()

  expect(client.getState()).toMatchObject({ data: user(after as number), cause: { type: 'user-changed' } })
  expect(onSessionChange.mock.calls).toEqual([
    [user(after as number), expect.objectContaining({ type: 'user-changed' })],
  ])
  expect(logged).toEqual([])
})

test('takes a number that `identify` gives', async () => {
  const identify = (session: object) => (session as { tenant: number }).tenant as unknown as string
  const { client, auth } = createTestClient({
    session: { ...user(1), tenant: 1 } as { expires: string },
    identify,
  })
  client.start()
  auth.session = { ...user(1), tenant: 2 }

  await client.refetch()

  expect(client.getState().cause.type).toBe('user-changed')
})

test('keeps the cause for the same number', async () => {
  const { client, auth } = createTestClient({ session: user(1) })
  client.start()
  auth.session = Object.assign(user(1), { theme: 'dark' })

  await client.refetch()

  expect(client.getState().cause.type).toBe('server')
})
