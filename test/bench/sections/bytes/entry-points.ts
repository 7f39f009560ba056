import { readFileSync } from 'node:fs'

const manifest = new URL('../../../../package.json', import.meta.url)
const { exports, peerDependencies } = JSON.parse(readFileSync(manifest, 'utf8'))

/** What an app has itself. */
export const peers = Object.keys(peerDependencies)

/** As an app imports them. Those of types alone weigh nothing. */
export const entryPoints: string[] = Object.entries<object | string>(exports)
  .filter(([, target]) => typeof target === 'object' && 'module-sync' in target)
  .map(([path]) => path.replace('.', 'sessionchart'))
