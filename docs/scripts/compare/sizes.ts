import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const LIBRARIES = { sessionchart: 'sessionchart', 'next-auth': 'next-auth' }
type Measure = Awaited<ReturnType<typeof measure>>
const usual = '{ SessionProvider, useSession, signIn, signOut }'

/** What a page loads of a library, minified and with gzip, and which packages it brings besides React. */
async function measure(library: string) {
  const { metafile, outputFiles } = await build({
    stdin: { contents: `export ${usual} from '${library}/react'`, resolveDir: root },
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    outdir: 'out',
    write: false,
    metafile: true,
    external: ['react'],
    // The built files, as an app gets them, and not the sources.
    tsconfigRaw: '{}',
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  const sizes = outputFiles.map(({ path, contents }) => ({ path, size: gzipSync(contents).length }))
  const first = sizes.filter(({ path }) => isFirst(path, metafile))
  const sum = (files: typeof sizes) => files.reduce((total, { size }) => total + size, 0)
  const inputs = Object.keys(metafile.inputs).map(
    (path) => path.match(/.*node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1],
  )
  const packages = [...new Set(inputs)].filter((name) => name && name !== library)
  return { first: sum(first), later: sum(sizes) - sum(first), packages }
}

/** Whether a file is loaded with the page, and not by an `import()` in it. */
function isFirst(
  path: string,
  { outputs }: { outputs: Record<string, { imports: Array<{ path: string; kind: string }> }> },
) {
  const reached = new Set<string>()
  const visit = (name: string) => {
    if (reached.has(name)) return
    reached.add(name)
    for (const { path: next, kind } of outputs[name]?.imports ?? [])
      if (kind === 'import-statement') visit(next)
  }
  visit('out/stdin.js')
  return [...reached].some((name) => path.endsWith(name))
}

const kilobytes = (bytes: number) => (bytes === 0 ? 'nothing' : `${(bytes / 1_000).toFixed(1)} kB`)
const hasPasskeys = (manifest: string) =>
  './webauthn' in JSON.parse(readFileSync(`${root}${manifest}`, 'utf8')).exports ? 'yes' : 'no'

/** Rows of a table: what, sessionchart, next-auth. */
export async function sizeRows(): Promise<string[][]> {
  const [ours, theirs] = (await Promise.all(Object.values(LIBRARIES).map(measure))) as [Measure, Measure]
  return [
    ['what a first render waits for, minified, gzip', kilobytes(ours.first), kilobytes(theirs.first)],
    ['what is loaded beside it', kilobytes(ours.later), kilobytes(theirs.later)],
    [
      'packages in it besides React and the library itself',
      ours.packages.join(', '),
      theirs.packages.join(', '),
    ],
    [
      'an entry for passkeys, `/webauthn`',
      hasPasskeys('package.json'),
      hasPasskeys('node_modules/next-auth/package.json'),
    ],
  ]
}
