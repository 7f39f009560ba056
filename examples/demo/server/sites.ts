import { Auth, type AuthConfig } from '@auth/core'
import { Hono } from 'hono'
import type { Pages } from './build-pages'
import { type App, hangUp } from './serve'
import { type Switches, troubles } from './switches'

/** One side: the app and its Auth.js server, which has the troubles that the stage gives it. */
export function sideSite(pages: Pages, config: AuthConfig, switches: Switches): App {
  const app: App = new Hono()
  app.all('/api/auth/*', async ({ req, env }) => {
    const turn = await switches.turn()
    if (turn === 'not at all') return hangUp(env)
    if (turn === 'with 500') return new Response('Internal Server Error', { status: 500 })
    return Auth(req.raw, config)
  })
  return withPages(app, pages)
}

/** The page around both sides, with the switches. */
export function stageSite(pages: Pages, sides: { left: string; right: string }, switches: Switches): App {
  const app: App = new Hono()
  app.get('/api/stage', ({ json }) => json({ ...sides, trouble: switches.trouble }))
  app.post('/api/trouble', async ({ req, body }) => {
    const trouble = troubles.find((known) => known === req.query('is'))
    if (!trouble) return body(null, 400)
    switches.trouble = trouble
    return body(null, 204)
  })
  app.post('/api/end-sessions', ({ body }) => {
    switches.endSessionsSoon()
    return body(null, 204)
  })
  app.post('/api/start-over', ({ body }) => {
    switches.startOver()
    return body(null, 204)
  })
  return withPages(app, pages)
}

function withPages(app: App, pages: Pages): App {
  return app.get('*', ({ req, body, notFound }) => {
    const page = pages.get(req.path)
    return page ? body(page.body as string, 200, { 'Content-Type': page.type }) : notFound()
  })
}
