import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { install } from './processes.mjs'

// The last one of `@sparticuz/chromium` that runs on Node 20.
const tools = ['playwright-core@1.65.1', '@sparticuz/chromium@143.0.4']

/** Gives a folder from which the packages that bring and drive a browser are found, and installs them if need be. */
export async function findBrowserTools({ root, folder }) {
  const ours = join(root, '/')
  const isThere = createRequire(ours)
    .resolve.paths('playwright-core')
    .some((place) => existsSync(join(place, 'playwright-core')))
  if (isThere) return ours

  const dir = folder('browser-tools')
  await install(dir, tools)
  return join(dir, '/')
}
