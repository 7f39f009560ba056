import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeProject } from './project'
import { typecheck } from './typecheck'

const same = ['react', '@types/react', 'csstype', 'xstate', '@types/node', 'undici-types', 'vitest']
const options = { types: ['node'], noUncheckedIndexedAccess: true }

// Each app is written for next-auth. Only the name of the import is changed.
describe.each([
  { version: 'v5', nextAuth: 'next-auth', more: ['@auth/core'], ours: 'sessionchart/react' },
  { version: 'v4', nextAuth: 'next-auth-v4', more: [], ours: 'sessionchart/v4' },
])('the code of an app on next-auth $version', ({ version, nextAuth, more, ours }) => {
  const packages = Object.fromEntries([...same, ...more].map((name) => [name, name]))
  const { dir } = makeProject({
    apps: [`types-${version}`, `app-${version}`],
    packages: { ...packages, 'next-auth': nextAuth },
  })
  const code = readdirSync(dir).filter((file) => /\.(tsx|d\.ts)$/.test(file))
  const check = (files: string[]) => typecheck(dir, [...files, 'augment.ts'], 'bundler', options)

  test('compiles', () => {
    expect(check(code)).toEqual([])
  })

  test('finds that our functions and types fit where those of next-auth do', () => {
    expect(check(['assignable.ts'])).toEqual([])
  })

  test(`compiles with ${ours}`, () => {
    for (const file of code.map((name) => join(dir, name))) {
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll("'next-auth/react'", `'${ours}'`))
    }
    expect(check(code)).toEqual([])
  })
})
