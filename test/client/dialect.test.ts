import { expect, test } from 'vitest'
import { ann } from './sessions'
import { createTestClient } from './test-client'

const wrong = { redirect: false, username: 'ann', password: 'wrong' }

test.for(['v4', { dialect: 'v4' }] as const)(
  'compat %o asks and answers as next-auth v4 does',
  async (compat) => {
    const { client, asked } = createTestClient({ session: ann(), compat })

    expect(await client.update()).toEqual(ann())
    expect(asked()).toEqual(['GET /csrf', 'POST /session'])
    expect(await client.signIn('credentials', wrong)).toEqual({
      error: 'CredentialsSignin',
      status: 200,
      ok: false,
      url: null,
    })
  },
)

test.for(['v5', { dialect: 'v5' }, undefined] as const)(
  'compat %o asks and answers as next-auth v5 does',
  async (compat) => {
    const { client, asked } = createTestClient({ session: ann(), compat })

    expect(await client.update()).toEqual(ann())
    expect(asked()).toEqual(['GET /session'])
    expect(await client.signIn('credentials', wrong)).toMatchObject({ code: 'credentials' })
  },
)

test('the dialect can change while it runs', async () => {
  const { client, auth, asked } = createTestClient({ session: ann() })
  client.start()

  client.configure({ compat: 'v4', fetch: auth.fetch })
  await client.update()

  expect(asked()).toEqual(['GET /csrf', 'POST /session'])
})
