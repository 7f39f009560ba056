import { Auth, type AuthConfig } from '@auth/core'
import { Hono } from 'hono'
import type { Pages } from './build-pages'
import { type App, hangUp } from './serve'
import { type Side, stageApi } from './stage-api'
import type { Switches } from './switches'

/** A side's server, and what it last gave to a frame. */
export interface SideSite {
  app: App
  /** The path of the last page that a frame asked for. */
  lastPage(): string
}

/** One side: the app and its Auth.js server, which has the troubles that the stage gives it. */
export function sideSite(pages: Pages, config: AuthConfig, switches: Switches): SideSite {
  const app: App = new Hono()
  let lastPage = '/'
  app.use('*', async ({ req }, next) => {
    if (req.header('sec-fetch-dest') === 'iframe') lastPage = req.path
    await next()
  })
  app.all('/api/auth/*', async ({ req, env }) => {
    const turn = await switches.turn()
    if (turn === 'not at all') return hangUp(env)
    if (turn === 'with 500') return new Response('Internal Server Error', { status: 500 })
    return Auth(req.raw, config)
  })
  return { app: withPages(app, pages), lastPage: () => lastPage }
}

/** The page around both sides, with the switches. */
export function stageSite(pages: Pages, left: Side, right: Side, switches: Switches): App {
  const app: App = new Hono()
  app.route('/api', stageApi(left, right, switches))
  return withPages(app, pages)
}

function withPages(app: App, pages: Pages): App {
  return app.get('*', ({ req, body, notFound }) => {
    const page = pages.get(req.path)
    return page ? body(page.body as string, 200, { 'Content-Type': page.type }) : notFound()
  })
}
