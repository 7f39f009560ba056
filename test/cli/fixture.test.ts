import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { makeFolder, readTree, runCommand } from './app'
import { loadExports } from './exports'
import { copyFixture, fixture, left, migrated } from './fixture'

const before = readTree(fixture)
const after = migrated(before)

/** A copy of the fixture, and the command in it. */
function makeCopy() {
  const dir = makeFolder()
  copyFixture(dir)
  return { dir, migrate: (...args: string[]) => runCommand(dir, ['migrate', ...args]) }
}

/** What the command says that it leaves. */
const leftBy = (out: string) => out.match(/^ {2}\S+:\d+ {2}.*$/gm)?.map((line) => line.trim()) ?? []

test('migrates two apps on two versions of next-auth', () => {
  const { dir, migrate } = makeCopy()
  const { code, out, err } = migrate('--write')

  expect(readTree(dir)).toEqual(after)
  // 24 files of v5 and 22 of v4, as `grep` counts them.
  expect(out).toContain('46 files changed: 54 sessionchart/react, 53 sessionchart/v4\n')
  expect([code, err]).toEqual([0, ''])
})

test('reports what it leaves, and nothing else', () => {
  const { out } = makeCopy().migrate()
  const lines = leftBy(out)

  expect(lines).toHaveLength(left.length)
  expect(left.filter((line) => !lines.some((other) => other.startsWith(line)))).toEqual([])
  expect(out).toContain(
    'v4/src/next-auth.d.ts:3, v4/src/next-auth.d.ts:9, v5/lib/next-auth.d.ts:3, v5/lib/next-auth.d.ts:9',
  )
  expect(out).toContain('Next: cd v4 && npm install sessionchart\nNext: cd v5 && yarn add sessionchart\n')
})

test('changes nothing the second time', () => {
  const { dir, migrate } = makeCopy()
  migrate('--write')
  const { code, out } = migrate('--write')

  expect(readTree(dir)).toEqual(after)
  expect(out).toMatch(/^Nothing to change/)
  expect(leftBy(out)).toHaveLength(left.length)
  expect(code).toBe(0)
})

test('writes nothing without --write, and shows a diff that git takes', () => {
  const { dir, migrate } = makeCopy()
  const { out } = migrate()

  expect(readTree(dir)).toEqual(before)
  execFileSync('git', ['apply', '-'], { cwd: dir, input: out })
  expect(readTree(dir)).toEqual(after)
})

describe('the fixture', () => {
  const sources = (version: string) =>
    Object.entries(before)
      .filter(([path]) => path.startsWith(version) && /\.[cm]?[jt]sx?$/.test(path))
      .map(([, text]) => text)
  const exported = loadExports()

  test('has more than 30 files that change', () => {
    expect(Object.keys(before).filter((path) => before[path] !== after[path]).length).toBeGreaterThan(30)
  })

  test.each([
    { version: 'v4', library: 'next-auth 4' },
    { version: 'v5', library: 'next-auth 5' },
  ] as const)('takes everything from next-auth $version', ({ version, library }) => {
    // What stands between the braces of an import or an export, or behind an import type.
    const taken = sources(version).flatMap((text) => [
      ...[...text.matchAll(/\{([^{}]*)\} from ["']next-auth\/react["']/g)].flatMap(([, names]) =>
        String(names)
          .split(',')
          .map((name) =>
            name
              .trim()
              .replace(/^type /, '')
              .replace(/ as .*/, ''),
          ),
      ),
    ])

    expect(exported[library].map(({ name }) => name).filter((name) => !taken.includes(name))).toEqual([])
  })

  test.each([
    ...[
      'import =',
      'import type =',
      'import(`',
      'import(',
      'import * as',
      'import type',
      'import',
      'require',
    ],
    ...['export *', 'export * as', 'export {', 'export type {', 'require.resolve', 'typeof import('],
    ...['jest.mock', 'jest.unmock', 'jest.doMock', 'jest.dontMock', 'jest.setMock', 'jest.requireActual'],
    ...['jest.requireMock', 'jest.createMockFromModule', 'jest.spyOn', 'vi.mock', 'vi.unmock', 'vi.doMock'],
    ...['vi.doUnmock', 'vi.importActual', 'vi.importMock', 'vi.hoisted', 'vi.spyOn', 'import.meta.resolve'],
    ...['declare module', "declare module 'next-auth'"],
  ])('has %s', (form) => {
    const words = form
      .replace(/[{}*()`.]/g, '\\$&')
      .replace('=', '\\w+ =')
      .replace(/'/g, '["\']')

    expect([...sources('v4'), ...sources('v5')].some((text) => new RegExp(words).test(text))).toBe(true)
  })
})
