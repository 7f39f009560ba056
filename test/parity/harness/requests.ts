import type { SeenRequest } from './fake-server'

/** The page on which everything happens. */
export const PAGE = 'http://localhost:3000/page'

const json = { 'content-type': 'application/json' }
const form = { 'content-type': 'application/x-www-form-urlencoded' }

export const get = (path: string, basePath = '/api/auth'): SeenRequest => ({
  method: 'GET',
  url: `${basePath}/${path}`,
  headers: json,
})

export const postForm = (path: string, fields: object = {}): SeenRequest => ({
  method: 'post',
  url: `/api/auth/${path}`,
  headers: form,
  body: { csrfToken: 'token', callbackUrl: PAGE, ...fields },
})

export const postUpdate = (body: object): SeenRequest => ({
  method: 'POST',
  url: '/api/auth/session',
  headers: json,
  body: { csrfToken: 'token', ...body },
})
