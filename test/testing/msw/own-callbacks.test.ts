import { AccessDenied, CredentialsSignin } from '@auth/core/errors'
import Credentials from '@auth/core/providers/credentials'
import CredentialsV4 from 'next-auth-v4/providers/credentials'
import { beforeEach, describe, expect, test } from 'vitest'
import { listenForNoise } from '../../support/noise'
import { form, get, type Step, update } from './contract'
import { readSession, readToken } from './requests'
import { startBoth, versions } from './two-servers'

/** An app's own callbacks lead to the same answers in the handlers as in the real servers. */

class WrongCode extends CredentialsSignin {
  override code = 'wrong-otp'
}

/** Who signs in says what becomes of it. */
async function authorize(credentials: Record<string, unknown> | undefined) {
  const id = String(credentials?.as)
  if (id === 'nobody') return null
  if (id === 'broken') throw new Error('the database is gone')
  if (id === 'banned') throw new AccessDenied('banned')
  if (id === 'wrong-code') throw new WrongCode()
  return { id, name: id, email: `${id}@example.com`, image: null, role: 'admin' }
}

interface Token {
  name: string
  role?: string
  seen?: number
}
interface CallbackParams {
  user?: { id?: string; email?: string; role?: string }
  url: string
  baseUrl: string
  token: Token
  trigger?: string
  session: { name?: string; do?: string; user: object; expires: string } | undefined
}

const callbacks = {
  signIn({ user }: CallbackParams) {
    if (!user?.id) return false
    const name = user.email?.split('@')[0]
    if (name === 'unsure') throw new Error('cannot tell')
    return (
      { denied: false, homeless: '', elsewhere: '/welcome', far: 'https://elsewhere.example/' }[name ?? ''] ??
      true
    )
  },
  redirect({ url, baseUrl }: CallbackParams) {
    if (url.includes('broken')) throw new Error('no way')
    return url.startsWith('/') ? `${baseUrl}/app${url}` : url
  },
  jwt({ token, user, trigger, session }: CallbackParams) {
    if (session?.do === 'throw') throw new Error('no such column')
    const made = { ...token, seen: (token.seen ?? 0) + 1, at: new Date(0), gone: undefined }
    if (user) return { ...made, role: user.role }
    return trigger === 'update' && session?.name ? { ...made, name: session.name } : made
  },
  session({ session, token }: CallbackParams) {
    const { role, seen } = token
    return { ...session, user: { ...session?.user, role, seen }, fields: Object.keys(token).sort() }
  },
}

const signInAs = (name: string, fields = {}, path = '/callback/own') => form(path, { as: name, ...fields })
const names = [
  'ann',
  'nobody',
  'broken',
  'banned',
  'wrong-code',
  'denied',
  'homeless',
  'elsewhere',
  'far',
  'unsure',
]

const cases: Array<[what: string, steps: Step[]]> = [
  ['signs in and is read twice', [signInAs('ann'), readSession]],
  ...names.map((name): [string, Step[]] => [`signs in as ${name}`, [signInAs(name)]]),
  ...names.map((name): [string, Step[]] => [
    `is sent a link as ${name}`,
    [form('/signin/email', { email: `${name}@example.com` })],
  ]),
  ['updates', [signInAs('ann'), update({ data: { name: 'Anna' } })]],
  ['updates twice', [signInAs('ann'), update({ data: { name: 'Anna' } }), update({})]],
  ['updates with what makes it throw', [signInAs('ann'), update({ data: { do: 'throw' } })]],
  ['is sent where the callback says', [signInAs('ann', { callbackUrl: '/page' }), form('/signout')]],
  ['is sent to another site', [signInAs('ann', { callbackUrl: 'https://elsewhere.example/x' })]],
  [
    'cannot be sent anywhere',
    [signInAs('ann', { callbackUrl: '/broken' }), get('/csrf?callbackUrl=/broken')],
  ],
  ['cannot be sent anywhere after an update', [signInAs('ann'), update({ callbackUrl: '/broken' })]],
  [
    'is remembered where it wanted to go',
    [get('/csrf?callbackUrl=/kept'), signInAs('ann'), form('/signout')],
  ],
]

describe.each(versions)('%s', (version) => {
  const provider: (config: never) => object = version === 'v5' ? Credentials : CredentialsV4
  const { ask } = startBoth(
    version,
    { callbacks, providers: [provider({ id: 'own', credentials: {}, authorize } as never) as never] },
    {
      callbacks,
      authorize,
      providers: [
        { id: 'own', type: 'credentials' },
        { id: 'email', type: 'email' },
      ],
    },
  )
  // What is thrown is said, there and here.
  beforeEach(() => void listenForNoise())

  test.each(cases)('%s', async (_what, steps) => {
    const { real, handlers } = await ask([readToken, ...steps, readSession])
    expect(handlers).toEqual(real)
  })
})
