import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build, type Metafile } from 'esbuild'

const root = fileURLToPath(new URL('../../../..', import.meta.url))

/** Bytes of some files, each of them compressed by itself, as a server sends them. */
export interface Sizes {
  minified: number
  gzip: number
  brotli: number
}

export interface Bundle {
  /** What the page waits for. */
  first: Sizes
  /** What is loaded beside it, or when it is needed: all that stands behind an `import()`. */
  late: Sizes
  /** The packages from npm that are in it. */
  packages: string[]
}

/**
 * Bundles a module as that of an app, for production and a browser. Packages are resolved as an app resolves them, ours
 * included: it gets what is in `dist`, and not the sources.
 */
export async function bundle(contents: string, external: string[] = ['react']): Promise<Bundle> {
  const { metafile, outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    conditions: ['browser', 'module'],
    outdir: 'out',
    write: false,
    metafile: true,
    external,
    tsconfigRaw: '{}',
    define: { 'process.env.NODE_ENV': '"production"' },
    // That server code cannot be bundled for a browser is said by the caller.
    logLevel: 'silent',
  })
  const names = loadedFirst(metafile)
  const isFirst = (path: string) => names.some((name) => path.endsWith(name))
  const sizes = (wanted: boolean) =>
    sum(outputFiles.filter(({ path }) => isFirst(path) === wanted).map(({ contents }) => measure(contents)))
  return { first: sizes(true), late: sizes(false), packages: packagesIn(metafile) }
}

const measure = (contents: Uint8Array): Sizes => ({
  minified: contents.length,
  gzip: gzipSync(contents).length,
  brotli: brotliCompressSync(contents).length,
})

const sum = (sizes: Sizes[]) =>
  sizes.reduce(
    (total, { minified, gzip, brotli }) => ({
      minified: total.minified + minified,
      gzip: total.gzip + gzip,
      brotli: total.brotli + brotli,
    }),
    { minified: 0, gzip: 0, brotli: 0 },
  )

/** The files that come with the first one, and not by an `import()` in them. */
function loadedFirst({ outputs }: Metafile): string[] {
  const reached = new Set<string>()
  const visit = (name: string) => {
    if (reached.has(name)) return
    reached.add(name)
    for (const { path, kind } of outputs[name]?.imports ?? []) if (kind === 'import-statement') visit(path)
  }
  visit('out/stdin.js')
  return [...reached].filter((name) => name in outputs)
}

function packagesIn({ inputs }: Metafile): string[] {
  const names = Object.keys(inputs).map((path) => path.match(/.*node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1])
  return [...new Set(names)].filter((name) => name !== undefined)
}
