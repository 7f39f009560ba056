import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono } from 'hono'

const recordedHeaders = ['content-type', 'x-auth-return-redirect', 'cookie'] as const

interface RecordedRequest {
  method: string
  /** Path and query as they came in. Browsers send v5's bare `?` at the end, Node's `fetch` drops it. */
  path: string
  /** Only the headers the protocol is about, and only those that were sent. */
  headers: Partial<Record<(typeof recordedHeaders)[number], string>>
  body: string
}

/**
 * Answers instead of the Auth.js server. `undefined` lets the request pass, `'hang'` never answers, `'destroy'` cuts
 * the connection. To delay, wait before returning. `pass()` asks the Auth.js server: whoever calls it and then returns
 * something else has made a server that did the work and whose answer got lost.
 */
export type Interceptor = (
  request: RecordedRequest,
  pass: () => Promise<Response>,
) => Interception | Promise<Interception>

type Interception = Response | 'hang' | 'destroy' | undefined

export interface AuthServer {
  /** The origin, without a slash at the end. */
  url: string
  /** Every request so far, in order; empty it with `requests.length = 0`. */
  requests: RecordedRequest[]
  intercept(interceptor: Interceptor | null): void
  /** Also cuts the connections that still wait for an answer. */
  stop(): Promise<void>
}

export type Answer = (request: Request) => Response | Promise<Response>

const showSmallPage: Answer = () =>
  new Response('<!doctype html><title>test page</title>', { headers: { 'content-type': 'text/html' } })

/** Puts an Auth.js handler for `/api/auth/*` behind a free port of 127.0.0.1; other paths are pages. */
export async function startAuthServer(answer: Answer, showPage: Answer = showSmallPage): Promise<AuthServer> {
  const requests: RecordedRequest[] = []
  let interceptor: Interceptor | null = null
  let stopped: Promise<void> | undefined

  const app = new Hono()
  app.all('/api/auth/*', (context) => answer(context.req.raw))
  app.get('*', (context) => showPage(context.req.raw))

  // Around the app, not a middleware of it: Hono drops what a middleware returns after it has called `next()`.
  async function respond(request: Request, { incoming, outgoing }: HttpBindings): Promise<Response> {
    const recorded = await record(request.clone(), incoming.url ?? '')
    requests.push(recorded)

    let passed: Promise<Response> | undefined
    const pass = () => {
      passed ??= Promise.resolve(app.fetch(request))
      return passed
    }
    const interception = (await interceptor?.(recorded, pass)) ?? (await pass())
    if (interception === 'destroy') incoming.socket.destroy()
    if (interception === 'hang' && !outgoing.destroyed) await once(outgoing, 'close')
    return typeof interception === 'string' ? RESPONSE_ALREADY_SENT : interception
  }

  const server = createServer(
    // The default replaces the global Request and Response, which belong to the code under test.
    getRequestListener((request, env) => respond(request, env as HttpBindings), {
      overrideGlobalObjects: false,
    }),
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    intercept(next) {
      interceptor = next
    },
    stop() {
      stopped ??= new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
      return stopped
    },
  }
}

async function record(request: Request, path: string): Promise<RecordedRequest> {
  const headers: RecordedRequest['headers'] = {}
  for (const name of recordedHeaders) {
    const value = request.headers.get(name)
    if (value !== null) headers[name] = value
  }
  return { method: request.method, path, headers, body: await request.text() }
}
