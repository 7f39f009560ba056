import { readFileSync } from 'node:fs'

const manifest = new URL('node_modules/sessionchart/package.json', import.meta.url)
const { exports } = JSON.parse(readFileSync(manifest, 'utf8'))

/** The names under which there is something to run, as the package declares them. */
export const entries = Object.keys(exports)
  .filter((path) => exports[path].import?.default)
  .map((path) => path.replace('.', 'sessionchart'))
