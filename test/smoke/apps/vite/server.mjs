import { Auth } from '@auth/core'
import Credentials from '@auth/core/providers/credentials'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'

const config = {
  basePath: '/api/auth',
  secret: 'a secret of the smoke test',
  trustHost: true,
  providers: [
    Credentials({
      credentials: { username: {}, password: {} },
      authorize: ({ username, password }) =>
        username === 'ann' && password === 'right' ? { name: 'Ann', email: 'ann@example.com' } : null,
    }),
  ],
}

const app = new Hono()
app.all('/api/auth/*', (context) => Auth(context.req.raw, config))
app.use('*', serveStatic({ root: './dist' }))
serve({ fetch: app.fetch, port: 0 }, ({ port }) => console.log(`Listening on http://localhost:${port}`))
