import type { AuthHandlersOptions } from 'sessionchart/testing/msw'
import { expect, test } from 'vitest'
import { listen, post, readJson, users } from './handlers'

const github = { id: 'github', type: 'oauth' as const }
const own = { id: 'own', name: 'Our own', type: 'credentials' as const }
const authorize = () => null

test.each<[what: string, options: AuthHandlersOptions, names: object]>([
  ['nothing', {}, { credentials: 'Credentials' }],
  ['users', { users }, { credentials: 'Credentials' }],
  ['a provider without a name', { providers: [github] }, { github: 'github' }],
  ['users and a provider', { users, providers: [github] }, { credentials: 'Credentials', github: 'github' }],
  [
    'authorize and a provider',
    { authorize, providers: [github] },
    { credentials: 'Credentials', github: 'github' },
  ],
  ['users and their provider', { users, providers: [github, own] }, { github: 'github', own: 'Our own' }],
  ['no provider', { providers: [] }, {}],
])('with %s', async (_what, options, names) => {
  listen(options)

  const list = (await readJson('/providers')) as Record<string, { name: string }>

  expect(Object.fromEntries(Object.entries(list).map(([id, { name }]) => [id, name]))).toEqual(names)
})

test('users sign in by their own provider', async () => {
  const auth = listen({ users, providers: [own] })

  await post('/callback/own', { username: 'ann', password: 'right' })

  expect(auth.session).toMatchObject({ user: { name: 'ann' } })
})
