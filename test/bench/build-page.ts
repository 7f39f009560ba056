import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** The scripts of a page by their paths; `/main.js` is the one that the page loads. */
export type PageScripts = Map<string, string>

/**
 * Builds a script of `test/bench/page` as an app does for production. What it imports of sessionchart are the sources,
 * by the paths of tsconfig.json.
 *
 * @param source TypeScript that imports from that folder.
 */
export async function buildPage(source: string, plugins: Plugin[] = []): Promise<PageScripts> {
  const { outputFiles } = await build({
    stdin: { contents: source, loader: 'tsx', resolveDir: `${ROOT}test/bench/page`, sourcefile: 'main.tsx' },
    entryNames: 'main',
    tsconfig: `${ROOT}tsconfig.json`,
    outdir: '/',
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    write: false,
    // next-auth reads settings of a server, of which a page knows nothing.
    define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}' },
    plugins,
  })
  return new Map(outputFiles.map(({ path, text }) => [path, text]))
}
