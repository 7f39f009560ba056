import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { format } from '../../../test/bench/report/format'
import { bundle } from '../../../test/bench/sections/bytes/bundle'
import { apps } from '../../../test/bench/sections/bytes/libraries'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const LIBRARIES = ['sessionchart', 'next-auth v5'] as const

const kilobytes = (bytes: number) => format(bytes, 'bytes')
const hasPasskeys = (manifest: string) =>
  './webauthn' in JSON.parse(readFileSync(`${root}${manifest}`, 'utf8')).exports ? 'yes' : 'no'

/** Rows of a table: what, sessionchart, next-auth. */
export async function sizeRows(): Promise<string[][]> {
  const bundles = await Promise.all(LIBRARIES.map((library) => bundle(apps[library])))
  return [
    ['what a first render waits for, minified, gzip', ...bundles.map(({ first }) => kilobytes(first.gzip))],
    ['what is loaded beside it', ...bundles.map(({ late }) => kilobytes(late.gzip))],
    [
      'packages in it besides React and the library itself',
      ...bundles.map(({ packages }) => packages.filter((name) => name !== 'next-auth').join(', ')),
    ],
    [
      'an entry for passkeys, `/webauthn`',
      hasPasskeys('package.json'),
      hasPasskeys('node_modules/next-auth/package.json'),
    ],
  ]
}
