import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { describe, expect, inject, test } from 'vitest'
import { makeProject } from './project'

const dist = join(inject('packed'), 'package/dist')
const files = readdirSync(dist, { recursive: true }).map(String)
const read = (file: string) => readFileSync(join(dist, file), 'utf8')

describe.each(['js', 'cjs'])('the .%s files', (extension) => {
  const built = files.filter((file) => file.endsWith(`.${extension}`) && file !== 'cli.js')

  test('hold each source file once', () => {
    const sources = built.flatMap((file) => JSON.parse(read(`${file}.map`)).sources as string[])
    const names = sources.map((source) => source.replace(/^(\.\.\/)+/, ''))
    expect(names.length).toBeGreaterThan(40)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  test('say "use client" where React is used, and nowhere else', () => {
    const isClient = (file: string) => /^(?:"use strict";\s*)?"use client";/.test(read(file))
    expect(built.filter(isClient).sort()).toEqual([
      `devtools.${extension}`,
      `devtools/panel.${extension}`,
      `react.${extension}`,
      `testing.${extension}`,
      `v4.${extension}`,
    ])
  })
})

describe('in plain Node', () => {
  const nothing = { stdout: 'undefined undefined\n', stderr: '' }
  const withReact = makeProject({ apps: ['node'], packages: { react: 'react', xstate: 'xstate' } })
  const withMsw = makeProject({ apps: ['node'], packages: { react: 'react', xstate: 'xstate', msw: 'msw' } })

  test('the core and the charts load without React', async () => {
    const { node } = makeProject({ apps: ['node'], packages: { xstate: 'xstate' } })
    const charts = files.filter((file) => /^machines.*\.js$/.test(file)).map((file) => file.slice(0, -3))
    const entries = ['sessionchart', ...charts.map((chart) => `sessionchart/${chart}`)]
    await expect(node(['load.mjs', ...entries])).resolves.toEqual(nothing)
  })

  test.each([[], ['--no-experimental-require-module']])('every entry loads %s', async (...flags) => {
    await expect(withReact.node([...flags, 'load.mjs'])).resolves.toEqual(nothing)
  })

  test('every entry loads beside msw', async () => {
    await expect(withMsw.node(['load.mjs'])).resolves.toEqual(nothing)
  })

  test('CommonJS exports can be replaced, as jest.spyOn does, and imported by name', async () => {
    const { stdout } = await withMsw.node(['common-js.mjs'])
    expect(JSON.parse(stdout)).toEqual([])
  })
})

/** What a bundler puts together of an app, file by file. The first one is what a page waits for. */
async function bundle(contents: string, platform: 'browser' | 'node') {
  const { dir } = makeProject({ apps: [], packages: { react: 'react', xstate: 'xstate' } })
  const { metafile } = await build({
    stdin: { contents, resolveDir: dir },
    define: { 'process.env.NODE_ENV': '"production"' },
    external: ['react'],
    absWorkingDir: dir,
    outdir: 'out',
    platform,
    bundle: true,
    splitting: true,
    format: 'esm',
    write: false,
    metafile: true,
  })
  const partsOf = (names: string[]) =>
    names
      .flatMap((name) => Object.keys(metafile.outputs[name]?.inputs ?? {}))
      .map((path) => path.match(/(?<=dist\/).*|(?<=node_modules\/)xstate/)?.[0] ?? path)
  const first = new Set(Object.keys(metafile.outputs).filter((name) => name.endsWith('stdin.js')))
  for (const name of first) {
    for (const { kind, path } of metafile.outputs[name]?.imports ?? [])
      if (kind === 'import-statement') first.add(path)
  }
  return { first: partsOf([...first]), all: partsOf(Object.keys(metafile.outputs)) }
}

describe.each(['sessionchart/react', 'sessionchart/v4'])('an app that imports all of %s', (entry) => {
  const contents = `export * from '${entry}'`

  test('has nothing in its bundle of what tests and inspectors use', async () => {
    const { all } = await bundle(contents, 'browser')

    expect(all).toContain('engine.js')
    expect(all.filter((file) => /^(testing|inspect|devtools)/.test(file))).toEqual([])
  })

  test('waits in a browser for no chart', async () => {
    const { first, all } = await bundle(contents, 'browser')

    expect(first).toContain('client.js')
    expect(first.filter((file) => /^(engine|machines.session|machines.flows|xstate)/.test(file))).toEqual([])
    expect(all).toEqual(expect.arrayContaining(['engine.js', 'machines/session.js', 'xstate']))
  })

  test('has all of it at hand elsewhere', async () => {
    const { first, all } = await bundle(contents, 'node')

    expect(first).toEqual(expect.arrayContaining(['engine.js', 'machines/session.js', 'xstate']))
    expect(all.length).toBe(first.length)
  })
})

test('an app that makes its client itself has all of it at hand in a browser', async () => {
  const { first } = await bundle("export { createSessionClient } from 'sessionchart'", 'browser')

  expect(first).toEqual(expect.arrayContaining(['engine.js', 'machines/session.js', 'xstate']))
})

test('an app that takes types and errors alone of the core does not have its engine', async () => {
  const { all } = await bundle("export { SessionError } from 'sessionchart'", 'browser')

  expect(all.filter((file) => /^(engine|xstate)/.test(file))).toEqual([])
})
