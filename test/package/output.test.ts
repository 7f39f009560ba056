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

test.each(['sessionchart/react', 'sessionchart/v4'])(
  'an app that imports all of %s has nothing in its bundle of what tests and inspectors use',
  async (entry) => {
    const { dir } = makeProject({ apps: [], packages: { react: 'react', xstate: 'xstate' } })
    const { metafile } = await build({
      stdin: { contents: `export * from '${entry}'`, resolveDir: dir },
      define: { 'process.env.NODE_ENV': '"production"' },
      external: ['react'],
      absWorkingDir: dir,
      bundle: true,
      format: 'esm',
      write: false,
      metafile: true,
    })

    const ours = Object.keys(metafile.inputs).flatMap((path) => path.match(/(?<=dist\/).*/) ?? [])
    expect(ours).toContain('authjs.js')
    expect(ours.filter((file) => /^(testing|inspect|devtools)/.test(file))).toEqual([])
  },
)
