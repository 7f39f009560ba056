import { execFileSync } from 'node:child_process'
import { rmSync, symlinkSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findFiles } from '../../src/cli/find-files'
import { type Files, makeApp } from './app'

const empty = (...paths: string[]): Files => Object.fromEntries(paths.map((path) => [path, '']))
const found = (dir: string, path = '.') =>
  [...findFiles(join(dir, path))]
    .filter(({ kind }) => kind === 'file')
    .map((file) => relative(dir, file.path))
    .sort()

test('finds code and settings', () => {
  const code = ['a.js', 'b.jsx', 'c.ts', 'd.tsx', 'e.mjs', 'f.cjs', 'g.mts', 'h.cts', 'i.d.ts']
  const settings = ['.eslintrc', '.eslintrc.cjs', 'j.json', 'k.yml', 'l.mdx']
  const { dir } = makeApp(empty(...code, ...settings, 'm.css', 'n.md', 'o.png', 'p.tsx.snap', 'js'))

  expect(found(dir)).toEqual([...code, ...settings].sort())
})

test('skips what tools have made', () => {
  const made = ['node_modules', '.git', '.next', '.turbo', 'dist', 'build', 'out', 'coverage']
  const { dir } = makeApp({
    ...empty(...made.map((folder) => `${folder}/a.ts`), ...made.map((folder) => `apps/b/${folder}/c/d.ts`)),
    ...empty('apps/b/package.json', 'package.json', 'src/a.ts', '.storybook/b.ts'),
  })

  expect(found(dir)).toEqual(['.storybook/b.ts', 'apps/b/package.json', 'package.json', 'src/a.ts'])
})

test('does not skip sources that have the name of an output', () => {
  const { dir } = makeApp(empty('package.json', 'src/build/a.ts', 'src/dist/b.ts', 'src/node_modules/c.ts'))

  expect(found(dir, 'src')).toEqual(['src/build/a.ts', 'src/dist/b.ts'])
})

test('takes a file that is named, wherever it lies', () => {
  const { dir } = makeApp(empty('package.json', 'dist/a.js'))

  expect(found(dir, 'dist/a.js')).toEqual(['dist/a.js'])
})

test('gives a folder that cannot be read, so that it is reported', () => {
  const { dir } = makeApp(empty('a.ts', 'b/c.ts', 'd.ts'))
  const files = findFiles(dir)
  files.next()
  rmSync(join(dir, 'b'), { recursive: true })

  expect([...files].map(({ path }) => relative(dir, path))).toEqual(['b', 'd.ts'])
})

test('follows no links', () => {
  const { dir } = makeApp(empty('src/a.ts'))
  symlinkSync(dir, join(dir, 'src/round'))
  symlinkSync(join(dir, 'src/a.ts'), join(dir, 'src/b.ts'))

  expect(found(dir)).toEqual(['src/a.ts'])
})

describe('what git ignores', () => {
  const paths = ['a.ts', 'b.gen.ts', 'lib/a.ts', 'lib/b.gen.ts', 'lib/keep.gen.ts', 'lib/deep/only.ts']
  const more = ['made/a.ts', 'web/made/a.ts', 'web/a.ts', 'web/only.ts']
  const files: Files = {
    ...empty(...paths, ...more),
    '.gitignore': '*.gen.ts\n/made/\n# a comment\n',
    'lib/.gitignore': '!keep.gen.ts\ndeep\n',
    'web/.gitignore': '/only.ts\n',
  }

  test('is skipped, by the same rules', () => {
    const { dir } = makeApp(files)
    const git = (...args: string[]) => execFileSync('git', args, { cwd: dir, encoding: 'utf8' })
    git('init', '--quiet')
    const listed = git('ls-files', '--others', '--exclude-standard').trim().split('\n')

    expect(found(dir)).toEqual(listed.filter((path) => path.endsWith('.ts')).sort())
    expect(found(dir)).toEqual(['a.ts', 'lib/a.ts', 'lib/keep.gen.ts', 'web/a.ts', 'web/made/a.ts'])
    expect(found(dir, 'lib')).toEqual(['lib/a.ts', 'lib/keep.gen.ts'])
  })

  test('is skipped by the rules below the path where there is no repository', () => {
    const { dir } = makeApp(files)

    expect(found(dir, 'lib')).toEqual(['lib/a.ts', 'lib/b.gen.ts', 'lib/keep.gen.ts'])
  })
})
