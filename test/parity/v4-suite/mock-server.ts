import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'

export const session = {
  ok: true,
  user: { image: null, name: 'John', email: 'john@email.com' },
  expires: 123213139,
}
export const providers = {
  ok: true,
  github: {
    id: 'github',
    name: 'Github',
    type: 'oauth',
    signinUrl: 'path/signin',
    callbackUrl: 'path/callback',
  },
  credentials: {
    id: 'credentials',
    name: 'Credentials',
    type: 'credentials',
    authorize: null,
    credentials: null,
  },
  email: { id: 'email', type: 'email', name: 'Email' },
}
export const csrf = { ok: true, csrfToken: 'a1b2c3' }
const answerOf = (provider: string) => ({ ok: true, status: 200, url: `https://path/to/${provider}/url` })
export const github = answerOf('github')
export const credentials = answerOf('credentials')
export const email = answerOf('email')
export const signedOut = answerOf('signout')

/** The server of next-auth v4's own client tests. */
export const server = setupServer(
  http.get('*/api/auth/session', () => HttpResponse.json(session)),
  http.get('*/api/auth/csrf', () => HttpResponse.json(csrf)),
  http.get('*/api/auth/providers', () => HttpResponse.json(providers)),
  http.post('*/api/auth/signin/github', () => HttpResponse.json(github)),
  http.post('*/api/auth/signin/email', () => HttpResponse.json(email)),
  http.post('*/api/auth/callback/credentials', () => HttpResponse.json(credentials)),
  http.post('*/api/auth/signout', () => HttpResponse.json(signedOut)),
  http.post('*/api/auth/_log', () => new HttpResponse()),
)

const down = () => new HttpResponse('some error happened', { status: 500 })
export const answerGet = (path: string, answer: () => Response = down) =>
  server.use(http.get(`*/api/auth/${path}`, answer))
export const answerPost = (path: string, answer: (info: { request: Request }) => Response = down) =>
  server.use(http.post(`*/api/auth/${path}`, answer))
