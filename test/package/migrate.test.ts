import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import ts from 'typescript'
import { describe, expect, inject, test } from 'vitest'
import { readTree } from '../cli/app'
import { fixture, migrated } from '../cli/fixture'
import { makeProject } from './project'
import { typecheck } from './typecheck'

const installed = [
  ...['react', 'react-dom', 'csstype', 'xstate', '@auth/core', '@types/react', '@types/node', 'undici-types'],
  ...['@testing-library/dom', '@testing-library/react', '@jest/globals', 'jest', 'jest-environment-jsdom'],
  ...['babel-jest', '@babel/plugin-transform-modules-commonjs', 'esbuild', 'vitest'],
]
const run = promisify(execFile)
const files = readTree(fixture)

// `import x = require()` is a module of neither kind.
const options = { types: ['node'], module: ts.ModuleKind.Preserve, noUncheckedIndexedAccess: true }

describe.each([
  {
    version: 'v4',
    nextAuth: 'next-auth-v4',
    runner: ['node_modules/jest/bin/jest.js', '--ci', '--colors=false'],
    passed: 'Tests:       8 passed, 8 total',
  },
  {
    version: 'v5',
    nextAuth: 'next-auth',
    runner: ['node_modules/vitest/vitest.mjs', 'run', '--no-color'],
    passed: 'Tests  9 passed (9)',
  },
])('npx sessionchart migrate, in an app on next-auth $version', ({ version, nextAuth, runner, passed }) => {
  const packages = Object.fromEntries(installed.map((name) => [name, name]))
  const app = { apps: [`../../cli/fixture/${version}`], packages: { ...packages, 'next-auth': nextAuth } }
  const before = makeProject(app)
  const after = makeProject(app)
  const own = (all: Record<string, string>) =>
    Object.entries(all).flatMap(([path, text]) =>
      path.startsWith(version) ? [[path.slice(version.length + 1), text] as const] : [],
    )

  test('changes the names of modules and nothing else', async () => {
    // Links the commands of the package, as an installation does.
    await run('npm', ['rebuild', 'sessionchart', '--offline'], { cwd: after.dir })
    const { stdout } = await run('npx', ['--no', 'sessionchart', 'migrate', '--write'], {
      cwd: after.dir,
    })

    expect(stdout).toMatch(/^\d+ files changed: \d+ sessionchart\/\w+\n/)
    for (const [path, text] of own(migrated(files))) {
      expect([path, readFileSync(join(after.dir, path), 'utf8')]).toEqual([path, text])
    }
  })

  test('leaves what compiles', () => {
    const code = own(files).flatMap(([path]) => (/\.m?tsx?$/.test(path) ? path : []))

    expect(code.length).toBeGreaterThan(20)
    expect(typecheck(before.dir, code, 'bundler', options)).toEqual([])
    expect(typecheck(after.dir, code, 'bundler', options)).toEqual([])
  })

  test('leaves tests that pass', async () => {
    const ways = await Promise.all([before, after].map(({ node }) => node(runner)))

    for (const { stdout, stderr } of ways)
      expect((stdout + stderr).replaceAll(/ +\(/g, ' (')).toContain(passed)
  })
})

describe('the command', () => {
  const dist = join(inject('packed'), 'package/dist')

  test('is one file, which needs nothing but Node', async () => {
    const dir = mkdtempSync(join(inject('packed'), 'command-'))
    cpSync(join(dist, 'cli.js'), join(dir, 'cli.mjs'))

    expect((await run(process.execPath, ['cli.mjs', '--help'], { cwd: dir })).stdout).toMatch(
      /^Usage: sessionchart/,
    )
  })

  test('is part of no other entry', () => {
    const others = readdirSync(dist, { recursive: true })
      .map(String)
      .filter((file) => /\.c?js$/.test(file) && file !== 'cli.js')
    const texts = others.map((file) => readFileSync(join(dist, file), 'utf8'))

    expect(others.length).toBeGreaterThan(10)
    expect(others.filter((_, index) => /cli\.js|@babel|errorRecovery/.test(String(texts[index])))).toEqual([])
  })

  test('comes with the licenses of what is in it', () => {
    const licenses = readFileSync(join(dist, 'cli.licenses.txt'), 'utf8')

    for (const author of ['@babel/parser', 'diff', 'ignore'])
      expect(licenses).toMatch(new RegExp(`^${author}$`, 'm'))
    expect(licenses.match(/Copyright/g)?.length).toBeGreaterThanOrEqual(3)
  })
})
