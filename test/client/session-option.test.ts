import { expect, test } from 'vitest'
import { ann, bob } from './sessions'
import { createTestClient } from './test-client'

test('a session is shown at once by a client that runs, and asked about', async () => {
  const { client, auth, reads } = createTestClient({ session: ann() })
  client.start()
  const session = bob()
  client.configure({ session, fetch: auth.fetch })

  expect(client.getState()).toMatchObject({ data: session, cause: { type: 'prop' } })
  await expect.poll(reads).toBe(1)
})

test('a session is shown as its first by a client that has not run', () => {
  const { client, auth, reads } = createTestClient()
  const session = ann()
  client.configure({ session, fetch: auth.fetch })

  expect(client.getState()).toMatchObject({
    status: 'authenticated',
    data: session,
    cause: { type: 'seeded' },
  })
  expect(reads()).toBe(0)
})

test('a session is heard of at the next start by a client that was stopped', () => {
  const { client, auth } = createTestClient({ session: ann() })
  client.start()
  client.stop()
  const session = bob()
  client.configure({ session, fetch: auth.fetch })
  expect(client.getState().data).toEqual(ann())

  client.start()
  expect(client.getState()).toMatchObject({ data: session, cause: { type: 'prop' } })
})

test('the same session once more says nothing, nor does none', () => {
  const session = ann()
  const { client, auth, reads } = createTestClient({ session })
  client.start()
  client.configure({ session, fetch: auth.fetch })
  client.configure({ fetch: auth.fetch })

  expect(client.getState()).toMatchObject({ data: session, cause: { type: 'seeded' } })
  expect(reads()).toBe(0)
})

test('what a session would change can be looked at, and changes nothing', () => {
  const session = ann()
  const { client } = createTestClient({ session })
  expect(client.preview(bob())).toBeNull()

  client.start()
  expect(client.preview(bob())).toMatchObject({ data: bob(), cause: { type: 'prop' } })
  expect(client.preview(session)).toBeNull()
  expect(client.preview(undefined)).toBeNull()
  expect(client.getState().data).toBe(session)

  client.stop()
  expect(client.preview(bob())).toBeNull()
})
