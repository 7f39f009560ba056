import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { makeProject } from './project'
import { createProgram } from './typecheck'

const nextAuths = ['@auth/core', 'next-auth', 'next-auth-v4']
const packages = ['react', '@types/react', 'csstype', 'xstate', 'msw', ...nextAuths]
const { dir, node } = makeProject({
  apps: ['node'],
  packages: Object.fromEntries(packages.map((name) => [name, name])),
})
const manifest = join(dir, 'node_modules/sessionchart/package.json')
const { exports } = JSON.parse(readFileSync(manifest, 'utf8'))
const { stdout } = await node(['surface.mjs', 'next-auth/react', 'next-auth-v4/react'])
const values: Record<string, string[]> = JSON.parse(stdout)

const entries = Object.keys(exports)
  .filter((path) => path !== './package.json')
  .map((path) => path.replace('.', 'sessionchart'))

/** The declarations of an entry, relative to the project. */
const declarations = (entry: string) =>
  join('node_modules/sessionchart', exports[entry.replace('sessionchart', '.')].import.types)

const declared = (() => {
  const nextAuth = ['node_modules/next-auth/react.d.ts', 'node_modules/next-auth-v4/react/index.d.ts']
  const program = createProgram(dir, [...entries.map(declarations), ...nextAuth], 'bundler')
  return (file: string) => namesOf(program, file)
})()
const types = (file: string) => declared(file).types

/** What a module declares: what is there when it runs, and what is there for types alone. */
function namesOf(program: ts.Program, file: string): { values: string[]; types: string[] } {
  const checker = program.getTypeChecker()
  const source = program.getSourceFile(join(dir, file))
  const module = source && checker.getSymbolAtLocation(source)
  if (!module) throw new Error(`${file} is not a module`)
  const isValue = (symbol: ts.Symbol) => {
    const { flags } = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
    return Boolean(flags & ts.SymbolFlags.Value)
  }
  const names = (exported: ts.Symbol[]) => exported.map(({ name }) => name).sort()
  const all = checker.getExportsOfModule(module)
  return { values: names(all.filter(isValue)), types: names(all.filter((symbol) => !isValue(symbol))) }
}

// The names themselves, with all that is declared of them, are kept in docs/api-report.
describe.each(entries)('%s', (entry) => {
  test('exports what it declares, and nothing else', () => {
    expect(values[entry] ?? []).toEqual(declared(declarations(entry)).values)
  })
})

describe('in the place of next-auth', () => {
  test('sessionchart/react has every value and type of v5', () => {
    const { react, v5 } = {
      react: [...(values['sessionchart/react'] ?? []), ...types(declarations('sessionchart/react'))],
      v5: [...(values['next-auth/react'] ?? []), ...types('node_modules/next-auth/react.d.ts')],
    }
    expect(v5.length).toBeGreaterThan(10)
    expect(v5.filter((name) => !react.includes(name))).toEqual([])
  })

  test('sessionchart/react has the types of v4 too', () => {
    const ours = types(declarations('sessionchart/react'))
    const v4 = types('node_modules/next-auth-v4/react/index.d.ts')
    expect(v4.filter((name) => !ours.includes(name))).toEqual([])
  })

  test('sessionchart/v4 has the values of v4 and no other, and every type', () => {
    // What a CommonJS module looks like to an `import`.
    const v4 = (values['next-auth-v4/react'] ?? []).filter(
      (name) => !/^(default|__esModule|module.exports)$/.test(name),
    )
    expect(values['sessionchart/v4']).toEqual(v4)
    const ours = types(declarations('sessionchart/v4'))
    expect(
      types('node_modules/next-auth-v4/react/index.d.ts').filter((name) => !ours.includes(name)),
    ).toEqual([])
  })
})
