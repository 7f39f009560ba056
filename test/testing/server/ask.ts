import type { AuthServer, PlainAnswer, Visitor } from 'sessionchart/testing/server'

export const BASE = 'https://site.example/api/auth'

export const users = [
  { id: '1', name: 'ann', email: 'ann@example.com', password: 'right' },
  { id: '2', name: 'bob', email: 'bob@example.com', password: 'right' },
]

type Reply = Extract<PlainAnswer, { type: 'reply' }>

/** What the answer is to one of which nothing is lost. */
export async function replyTo(answering: Promise<PlainAnswer | undefined>): Promise<Reply> {
  const answer = await answering
  if (answer?.type !== 'reply') throw new Error(`That is no reply: ${answer?.type}.`)
  return answer
}

export const get = (server: AuthServer, path: string, visitor?: Visitor) =>
  server.answer({ method: 'GET', url: BASE + path, headers: {}, body: '' }, visitor)

export async function readJson(server: AuthServer, path: string, visitor?: Visitor) {
  return JSON.parse((await replyTo(get(server, path, visitor))).body ?? '')
}

/** Reads the csrf token, and posts a form with it, as v5's client does. */
export async function post(server: AuthServer, path: string, fields: object, visitor?: Visitor) {
  const { csrfToken } = await readJson(server, '/csrf', visitor)
  return postForm(server, path, { csrfToken, ...fields }, visitor)
}

export function postForm(
  server: AuthServer,
  path: string,
  fields: Record<string, string>,
  visitor?: Visitor,
) {
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded', 'X-Auth-Return-Redirect': '1' }
  const body = new URLSearchParams(fields).toString()
  return server.answer({ method: 'post', url: BASE + path, headers, body }, visitor)
}

export const signIn = (server: AuthServer, username: string, visitor?: Visitor) =>
  post(server, '/callback/credentials', { username, password: 'right' }, visitor)
