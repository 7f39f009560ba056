import { rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { buildStaticDemo } from '../../examples/demo/build-static'
import { type App, type Site, serve } from '../../examples/demo/server/serve'

const root = fileURLToPath(new URL('../../.tmp/static-demo', import.meta.url))
const FOLDER = '/docs/demo'

let built: Promise<void> | undefined

/** Serves the demo as files in a folder, as a static host does. What is no file is not there. */
export async function startStaticDemo(): Promise<Site> {
  built ??= buildAnew()
  await built
  const app: App = new Hono()
  const rewriteRequestPath = (path: string) => path.slice(FOLDER.length)
  app.get(`${FOLDER}/*`, serveStatic({ root, rewriteRequestPath }))
  const site = await serve(app)
  return { ...site, url: `${site.url}${FOLDER}/` }
}

async function buildAnew(): Promise<void> {
  await rm(root, { recursive: true, force: true })
  await buildStaticDemo(root)
}
