import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Hono } from 'hono'

export type App = Hono<{ Bindings: HttpBindings }>

/** A server on a port of this machine. */
export interface Site {
  url: string
  stop(): Promise<void>
}

/** Serves an app on the port, or on a free one when that is taken or none is given. */
export async function serve(app: App, port = 0): Promise<Site> {
  const server = createServer(getRequestListener((request, env) => app.fetch(request, env)))
  await listen(server, port).catch(() => listen(server, 0))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, 'localhost')
  await once(server, 'listening')
}

/** Cuts the connection: to the browser the server is not there. */
export function hangUp({ incoming }: HttpBindings): Response {
  incoming.socket.destroy()
  return RESPONSE_ALREADY_SENT
}
