import type { PlainAnswer, PlainRequest } from './plain'

/** The request as plain data. What is read of it can be read no more. */
export async function toPlain(request: Request): Promise<PlainRequest> {
  const { method, url, headers } = request
  return { method, url, headers: Object.fromEntries(headers), body: await request.text() }
}

/** Gives the answer when it has travelled as long as it should. */
export async function arrival(answer: PlainAnswer): Promise<Response> {
  await travel(answer.delay)
  if (answer.type === 'lost') return Response.error()
  const { body, status, headers } = answer
  return new Response(body, { status, headers })
}

function travel(delay: number | 'infinite'): Promise<void> | undefined {
  if (delay === 0) return
  // Without a timer: a test that is over does not wait for it.
  return new Promise((resolve) => {
    if (delay !== 'infinite') setTimeout(resolve, delay)
  })
}
