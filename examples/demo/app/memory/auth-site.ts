import type { PlainRequest, Visitor } from 'sessionchart/testing/server'
import type { Answer } from './answer-fetch'
import { authServerOf } from './auth-server'
import { keptHere } from './kept-here'
import { readCode, signInWithCode } from './openid-callback'
import type { SideName } from './places'
import { switches } from './switches-here'

/** Answers a request without the troubles of the stage. */
export type Ask = (asked: PlainRequest) => Promise<Response>

/**
 * What one side asks its Auth.js server, answered in this page, with the troubles that the stage gives it. The cookies
 * are kept apart from those of the page, for each side its own: they are two visitors.
 */
export function authSiteOf(side: SideName): Answer {
  const server = authServerOf(side)
  const cookies = keptHere<Visitor>(`cookies of the ${side}`, server.createVisitor())

  return async (request) => {
    const turn = await switches.turn()
    // As `fetch` says it.
    if (turn === 'not at all') throw new TypeError('Failed to fetch')
    if (turn === 'with 500') return new Response('Internal Server Error', { status: 500 })

    const ask: Ask = async (asked) => {
      const answer = await server.answer(asked, cookies.read())
      if (answer?.type !== 'reply') throw new TypeError('Failed to fetch')
      // A browser drops an answer that is not waited for any more, with its cookies.
      if (!request.signal.aborted) cookies.write({ ...cookies.read(), ...answer.cookies })
      return new Response(answer.body, answer)
    }
    const asked = await toPlain(request)
    const code = readCode(asked)
    return code === null ? ask(asked) : signInWithCode(code, asked.url, ask)
  }
}

async function toPlain(request: Request): Promise<PlainRequest> {
  const { method, url, headers } = request
  return { method, url, headers: Object.fromEntries(headers), body: await request.text() }
}
