import { mkdir, rm } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { ROOT } from '../../build-page'

/**
 * Bundles the sources for a server, React and XState left out as in the package. `createdActors` counts the actors:
 * XState is asked for by way of test/bench/page/counted-xstate.ts.
 */
export async function loadOurs(): Promise<
  typeof import('sessionchart/react') & typeof import('../../page/counted-xstate')
> {
  // Inside of the repository, where React is found from.
  const outdir = `${ROOT}.tmp/bench/server`
  await mkdir(outdir, { recursive: true })
  await build({
    stdin: {
      contents: `export * from 'sessionchart/react'; export { createdActors } from './counted-xstate'`,
      resolveDir: `${ROOT}test/bench/page`,
    },
    tsconfig: `${ROOT}tsconfig.json`,
    outdir,
    entryNames: 'main',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    outExtension: { '.js': '.mjs' },
    external: ['react', 'react-dom'],
    plugins: [
      {
        name: 'count-actors',
        setup({ onResolve }) {
          onResolve({ filter: /^xstate$/ }, ({ importer }) =>
            importer.endsWith('counted-xstate.ts')
              ? { path: 'xstate', external: true }
              : { path: `${ROOT}test/bench/page/counted-xstate.ts` },
          )
        },
      },
    ],
  })
  const loaded = await import(pathToFileURL(`${outdir}/main.mjs`).href)
  await rm(outdir, { recursive: true })
  return loaded
}
