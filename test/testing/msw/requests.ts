import { form, get, type Marker, raw, type Step, type Token, update } from './contract'

const ann = { username: 'ann', password: 'ann-password' }
const bob = { username: 'bob', password: 'bob-password' }
const after = { callbackUrl: 'ORIGIN/after' }

/** The ways in which a form is sent. */
const ways: Array<{ token: Token; marker: Marker }> = [
  { token: 'right', marker: 'both' },
  { token: 'right', marker: 'the field' },
  { token: 'right', marker: 'the header' },
  { token: 'right', marker: 'no marker' },
  { token: 'wrong', marker: 'both' },
  { token: 'wrong', marker: 'no marker' },
  { token: 'none', marker: 'both' },
]

const reads = [
  '/session',
  '/csrf',
  '/providers',
  '/signin',
  '/signin?error=CredentialsSignin',
  '/signin/github',
  '/signin/unknown',
  '/signout',
  '/verify-request',
  '/error',
  '/error?error=Configuration',
  '/error?error=AccessDenied',
  '/error?error=Verification',
  '/error?error=CredentialsSignin',
  '/error?error=SessionRequired',
  '/error?error=Unheard',
  '/error/AccessDenied',
  '/callback/unknown',
  '/callback/github?code=code&state=state',
  '/callback/github?error=access_denied',
  '/callback/email',
  '/callback/email?token=old&email=ann@example.com',
  '/callback/credentials',
  '/callback',
  '/unknown',
  '/session/more',
  '/signin/github/more',
]

const forms: Array<[path: string, fields?: Record<string, string>]> = [
  ['/callback/credentials?', { ...ann, ...after }],
  ['/callback/credentials', { ...bob, ...after }],
  ['/callback/credentials', { ...ann, password: 'wrong', ...after }],
  ['/callback/credentials', { username: 'nobody', password: 'ann-password' }],
  ['/callback/credentials', {}],
  ['/callback/credentials', { ...ann, callbackUrl: '/page?x=1#y' }],
  ['/callback/credentials', { ...ann, callbackUrl: 'https://elsewhere.example/page' }],
  ['/callback/credentials', { ...ann, callbackUrl: 'no address' }],
  ['/callback/github?code=code'],
  ['/callback/email?token=old'],
  ['/callback/unknown'],
  ['/callback'],
  ['/signin/github', after],
  ['/signin/github?login=ann&prompt=consent', after],
  ['/signin/email', { email: 'ann@example.com', ...after }],
  ['/signin/email', { email: 'no address' }],
  ['/signin/email'],
  ['/signin/credentials', ann],
  ['/signin/unknown'],
  ['/signin/constructor'],
  ['/signin'],
  ['/signout', after],
  ['/_log', { level: 'error', code: 'CODE' }],
  ['/signout', { callbackUrl: '/bye' }],
  ['/signout'],
  ['/csrf'],
  ['/providers'],
  ['/error'],
  ['/unknown'],
]

const updates = [{}, { data: { name: 'Anna' } }, { data: null }, { data: { theme: 'dark' } }]

const oddities: Step[] = [
  raw('POST', '/session', 'application/json', '{'),
  raw('POST', '/session', 'application/json'),
  raw('POST', '/session'),
  raw('POST', '/signout', 'application/json', '{"callbackUrl":"/bye"}'),
  raw('POST', '/signout', 'text/plain', 'callbackUrl=/bye'),
  raw('PUT', '/session', 'application/json', '{}'),
  raw('DELETE', '/session'),
]

/** Every request that there is to compare. */
export const requests: Step[] = [
  ...reads.map(get),
  ...forms.flatMap(([path, fields]) => ways.map((way) => form(path, fields, way))),
  ...updates.flatMap((data) => ways.slice(3).map(({ token }) => update(data, token))),
  ...oddities,
]

export const readToken = get('/csrf')
export const readSession = get('/session')
export const signInAnn = form('/callback/credentials', { ...ann, ...after })

/** Requests after which the server may know where somebody wants to go. It says so at a sign-out that does not. */
export const journeys: Step[][] = [
  [get('/csrf?callbackUrl=/kept'), readToken],
  [get('/providers?callbackUrl=/kept'), readToken],
  [get('/signin?callbackUrl=/kept'), readToken],
  [get('/unknown?callbackUrl=/kept'), readToken],
  [readToken, form('/signin/github', { callbackUrl: '/kept' })],
  [readToken, form('/signin/github', { callbackUrl: '/kept' }, { token: 'wrong' })],
  [readToken, form('/callback/credentials', { ...ann, callbackUrl: '/kept' })],
  [readToken, form('/callback/credentials', { ...bob, password: 'wrong', callbackUrl: '/kept' })],
  [readToken, form('/csrf', { callbackUrl: '/kept' })],
  [readToken, update({ callbackUrl: '/kept' })],
]

export const signOut = form('/signout')
