import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** An app with the devtools in it, as a bundler makes it. Gives the source files that have come into each file. */
async function buildApp(mode: 'production' | 'development', script: string) {
  const { metafile, outputFiles } = await build({
    stdin: { contents: script, resolveDir: root, loader: 'tsx' },
    tsconfig: `${root}tsconfig.json`,
    absWorkingDir: root,
    outdir: 'out',
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    metafile: true,
    write: false,
    define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
    external: ['react', 'react/jsx-runtime', 'react/jsx-dev-runtime'],
  })
  const { outputs } = metafile
  const entry = Object.keys(outputs).find((name) => name.endsWith('stdin.js')) ?? ''
  // What is loaded with the first file, and what is loaded when it is asked for.
  const first = new Set([entry])
  for (const name of first) {
    for (const { kind, path } of outputs[name]?.imports ?? [])
      if (kind === 'import-statement') first.add(path)
  }
  const sourcesOf = (name: string) =>
    Object.entries(outputs[name]?.inputs ?? {})
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([path]) => path)
  return {
    atOnce: [...first].flatMap(sourcesOf),
    late: Object.keys(outputs).flatMap((name) => (first.has(name) ? [] : sourcesOf(name))),
    text: outputFiles.map((file) => file.text).join(),
  }
}

const APP = `
  import { SessionProvider } from 'sessionchart/react'
  import { SessionDevtools } from 'sessionchart/devtools'
  export const App = () => <SessionProvider><SessionDevtools /></SessionProvider>
`
const ofDevtools = (path: string) => /^src\/(devtools|inspect)\//.test(path)

test('a production build has nothing of the panel, the recorder and the inspection in it', async () => {
  const { atOnce, late, text } = await buildApp('production', APP)

  expect([...atOnce, ...late].filter(ofDevtools)).toEqual(['src/devtools/session-devtools.tsx'])
  expect(text).not.toMatch(/scd-|sessionchart-recording|Still signed in|open the session devtools/i)
  // It is an app all the same.
  expect(atOnce).toContain('src/react/session-provider.tsx')
})

test('a development build loads the panel when it is opened, and the recorder at once', async () => {
  const { atOnce, late } = await buildApp('development', APP)

  expect(atOnce).toContain('src/devtools/devtools-button.tsx')
  expect(atOnce).not.toContain('src/devtools/panel/session-devtools-panel.tsx')
  expect(late).toContain('src/devtools/panel/session-devtools-panel.tsx')
  expect(late).toContain('src/devtools/chart/chart-drawing.ts')
  expect([...atOnce, ...late]).toContain('src/inspect/flight-recorder/recorder.ts')
})

test('who asks for the panel gets it in production', async () => {
  const { atOnce } = await buildApp(
    'production',
    "export { SessionDevtoolsPanel } from 'sessionchart/devtools/panel'",
  )

  expect(atOnce).toContain('src/devtools/panel/session-devtools-panel.tsx')
  expect(atOnce).toContain('src/inspect/flight-recorder/recorder.ts')
  expect(atOnce).not.toContain('src/devtools/devtools-button.tsx')
})
