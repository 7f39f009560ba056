import { existsSync, readFileSync } from 'node:fs'

const manifest = new URL('node_modules/sessionchart/package.json', import.meta.url)
const { exports } = JSON.parse(readFileSync(manifest, 'utf8'))

const hasMsw = existsSync(new URL('node_modules/msw', import.meta.url))

/** The names under which there is something to run, as the package declares them, as far as the project can. */
export const entries = Object.keys(exports)
  .filter((path) => exports[path].import?.default && (hasMsw || !path.endsWith('/msw')))
  .map((path) => path.replace('.', 'sessionchart'))
