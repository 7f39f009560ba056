import { mkdirSync, writeFileSync } from 'node:fs'
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build, type Plugin } from 'esbuild'
import { defineConfig, type Options } from 'tsup'
import ts from 'typescript'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * Takes the descriptions out of the charts, which every page loads, and puts them as one literal where
 * `sessionchart/machines` exports them.
 */
const descriptionsApart: Plugin = {
  name: 'descriptions apart',
  setup({ onLoad }) {
    onLoad({ filter: /\.machine\.ts$/ }, async ({ path }) => ({
      contents: withoutDescriptions(await readFile(path, 'utf8')),
      loader: 'ts',
    }))
    onLoad({ filter: /machines.descriptions\.ts$/ }, async () => ({
      contents: `export const descriptions = ${JSON.stringify(await readDescriptions())}`,
      loader: 'ts',
    }))
  },
}

function withoutDescriptions(source: string): string {
  const spans: Array<[start: number, end: number]> = []
  const visit = (node: ts.Node) => {
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'description') {
      spans.push([node.getStart(), node.end])
    } else node.forEachChild(visit)
  }
  visit(ts.createSourceFile('chart.ts', source, ts.ScriptTarget.Latest, true))
  return spans.reduceRight(
    (text, [start, end]) => text.slice(0, start) + text.slice(end).replace(/^,/, ''),
    source,
  )
}

/**
 * For declarations, tsup makes a program of TypeScript for each folder that holds an entry, and checks everything in
 * each. For entries of one folder it makes one.
 */
function inOneFolder(entries: Record<string, string>): Record<string, string> {
  // Not below node_modules: declarations would import from there.
  const folder = '.tmp/entries'
  mkdirSync(here(folder), { recursive: true })
  return Object.fromEntries(
    Object.entries(entries).map(([name, path]) => {
      const file = `${folder}/${name.replace('/', '-')}.ts`
      writeFileSync(here(file), `export * from '../../${path.replace(/\.ts$/, '')}'\n`)
      return [name, file]
    }),
  )
}

let computed: Promise<Record<string, string>> | undefined

/** For both formats, which are built at the same time, from one file. */
const readDescriptions = () => {
  computed ??= computeDescriptions()
  return computed
}

async function computeDescriptions(): Promise<Record<string, string>> {
  const outfile = here('node_modules/.cache/sessionchart/descriptions.mjs')
  await mkdir(here('node_modules/.cache/sessionchart'), { recursive: true })
  const { outputFiles } = await build({
    entryPoints: [here('machines/descriptions.ts')],
    alias: {
      'sessionchart/machines/flows': here('machines/flows.ts'),
      'sessionchart/machines/memory': here('machines/memory.ts'),
      'sessionchart/machines/session': here('machines/session.ts'),
    },
    external: ['xstate'],
    bundle: true,
    format: 'esm',
    write: false,
  })
  await writeFile(outfile, outputFiles[0]?.text ?? '')
  const { descriptions } = await import(pathToFileURL(outfile).href)
  return descriptions
}

const library = {
  entry: {
    index: 'src/index.ts',
    react: 'src/react/index.ts',
    inspect: 'src/inspect/index.ts',
    devtools: 'src/devtools/index.ts',
    'devtools/panel': 'src/devtools/panel.ts',
    testing: 'src/testing/index.ts',
    'testing/msw': 'src/testing/msw/index.ts',
    'testing/server': 'src/testing/server/index.ts',
    v4: 'src/v4/index.ts',
    client: 'src/client/index.ts',
    engine: 'src/engine/index.ts',
    'late-engine': 'src/late-engine/elsewhere.ts',
    'late-engine/in-browser': 'src/late-engine/in-browser.ts',
    machines: 'machines/index.ts',
    'machines/memory': 'machines/memory.ts',
    'machines/session': 'machines/session.ts',
    'machines/flows': 'machines/flows.ts',
  },
  format: ['esm', 'cjs'],
  target: 'es2022',
  // Entries import each other by public name and stay apart: there is one context and one client in a program.
  external: [/^sessionchart(\/|$)/],
  splitting: false,
  // Not `treeshake`: it would take away the first line of the entries with React, which is "use client".
  treeshake: false,
  sourcemap: true,
  // The script `build` empties dist: tsup would do it a second time, after `onSuccess`.
  clean: false,
  esbuildPlugins: [descriptionsApart],
  esbuildOptions(options, { format }) {
    // Jest runs CommonJS without `import()`, and elsewhere it would bring a second copy of everything.
    if (format === 'cjs') options.supported = { 'dynamic-import': false }
  },
  // esbuild exports getters, which `jest.spyOn` cannot replace. The mark keeps `import * as` from making a copy.
  footer: ({ format }) => ({
    js:
      format === 'cjs'
        ? "module.exports = Object.defineProperty({ ...module.exports }, '__esModule', { value: true });"
        : '',
  }),
  async onSuccess() {
    // The bundler would drop its comments, and they are what makes it work.
    await copyFile('src/authjs-session.d.ts', 'dist/authjs-session.d.ts')
    await copyFile('src/authjs-session.d.ts', 'dist/authjs-session.d.cts')
  },
} satisfies Options

/** What the command is made of besides itself. It is in the file, so that an app installs nothing more. */
const bundled = ['@babel/parser', 'diff', 'ignore']

const command = defineConfig({
  entry: { cli: 'src/cli/main.ts' },
  format: 'esm',
  platform: 'node',
  target: 'node18',
  noExternal: bundled,
  minify: true,
  clean: false,
  banner: { js: '#!/usr/bin/env node' },
  async onSuccess() {
    const licenses = bundled.map(async (name) => [
      `${name}\n`,
      await readFile(`node_modules/${name}/${name === 'ignore' ? 'LICENSE-MIT' : 'LICENSE'}`, 'utf8'),
    ])
    await writeFile('dist/cli.licenses.txt', (await Promise.all(licenses)).flat().join('\n'))
  },
})

export default [{ ...library, dts: { entry: inOneFolder(library.entry) } }, command]
