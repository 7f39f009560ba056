import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeProject } from '../package/project'
import { ends } from './ends'
import { entries } from './entries'
import { installAlone } from './folder'
import { run } from './run'

const versions = ends(['5.4', '5.5', '5.6', '5.7', '5.8', '5.9', '6.0', '7.0'])

const base = ['react', '@types/react', 'csstype', 'xstate']
const withNode = [...base, '@types/node', 'undici-types']
const packages = (names: string[], more = {}) => ({
  ...Object.fromEntries(names.map((name) => [name, name])),
  ...more,
})

let compilers: string
beforeAll(async () => {
  const aliases = versions.map((version) => [`typescript-${version}`, `npm:typescript@~${version}.0`])
  compilers = await installAlone(Object.fromEntries(aliases))
})

/** Compiles files of a project, and gives what the compiler complains of. */
async function compile(version: string, dir: string, files: string[], options: object) {
  const compilerOptions = {
    target: 'ES2022',
    module: 'ESNext',
    lib: ['ES2022', 'DOM', 'DOM.Iterable'],
    jsx: 'react-jsx',
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    ...options,
  }
  writeFileSync(join(dir, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }))
  const compiler = join(compilers, `node_modules/typescript-${version}/bin/tsc`)
  const { stdout } = await run(dir, process.execPath, [compiler, '-p', '.'])
  return stdout
}

describe.each(versions)('TypeScript %s', (version) => {
  const [major] = version.split('.').map(Number)

  test('is that one', async () => {
    const compiler = join(compilers, `node_modules/typescript-${version}/bin/tsc`)
    const { stdout } = await run(compilers, process.execPath, [compiler, '--version'])
    expect(stdout).toContain(`Version ${version}.`)
  })

  test('finds no fault in the declarations of any entry point, with skipLibCheck off', async () => {
    const { dir } = makeProject({ apps: ['types', 'types-none'], packages: packages(base) })
    // What msw declares is not ours to check.
    const own = entries.filter((entry) => !entry.endsWith('/msw'))
    const imports = own.map((entry, index) => `import * as entry${index} from '${entry}'`)
    const uses = own.map((_, index) => `entry${index}`)
    writeFileSync(join(dir, 'every.ts'), [...imports, `export const every = [${uses}]`].join('\n'))
    const files = ['every.ts', 'expected.d.ts', 'session.ts', 'user.ts']
    const options = { moduleResolution: 'bundler', skipLibCheck: false }
    expect(await compile(version, dir, files, options)).toBe('')
  })

  test('knows the session that an app has declared for next-auth v5', async () => {
    const { dir } = makeProject({
      apps: ['types', 'types-v5'],
      packages: packages(withNode, { 'next-auth': 'next-auth' }),
    })
    const files = ['expected.d.ts', 'session.ts', 'user.ts', 'augment.ts']
    expect(await compile(version, dir, files, { moduleResolution: 'bundler', types: ['node'] })).toBe('')
  })

  test('knows the session that an app has registered, from CommonJS with node16', async () => {
    const { dir } = makeProject({ apps: ['types', 'types-register'], packages: packages(base) })
    const files = ['expected.d.ts', 'session.ts', 'user.ts', 'augment.ts']
    expect(await compile(version, dir, files, { module: 'Node16', moduleResolution: 'node16' })).toBe('')
  })

  // TypeScript 7 has it no more.
  test.runIf((major ?? 0) < 7)(
    'finds the declarations with moduleResolution node, which does not read `exports`',
    async () => {
      const { dir } = makeProject({
        apps: ['types', 'types-v4'],
        packages: packages(withNode, { 'next-auth': 'next-auth-v4' }),
      })
      const files = ['expected.d.ts', 'session.ts', 'user.ts', 'augment.ts']
      const old = { module: 'CommonJS', moduleResolution: 'node', esModuleInterop: true, types: ['node'] }
      const options = major === 6 ? { ...old, ignoreDeprecations: '6.0' } : old
      expect(await compile(version, dir, files, options)).toBe('')
    },
  )
})
