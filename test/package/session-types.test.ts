import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeProject } from './project'
import { type Resolution, typecheck } from './typecheck'

const base = { react: 'react', '@types/react': '@types/react', csstype: 'csstype', xstate: 'xstate' }
const node = { '@types/node': '@types/node', 'undici-types': 'undici-types' }

describe.each([
  { project: 'without next-auth', app: 'types-none', packages: base, options: { skipLibCheck: false } },
  {
    project: 'with next-auth v4 and an augmented Session',
    app: 'types-v4',
    packages: { ...base, ...node, 'next-auth': 'next-auth-v4' },
    options: { types: ['node'] },
  },
  {
    project: 'with next-auth v5 and an augmented Session',
    app: 'types-v5',
    packages: { ...base, ...node, 'next-auth': 'next-auth' },
    options: { types: ['node'] },
  },
  { project: 'with Register', app: 'types-register', packages: base, options: {} },
])('the session has its type in a project $project', ({ app, packages, options }) => {
  const { dir } = makeProject({ apps: ['types', app], packages })
  const declared = app === 'types-none' ? [] : ['augment.ts']

  test.each<Resolution>(['bundler', 'node'])('and moduleResolution %s', (resolution) => {
    const files = ['expected.d.ts', 'session.ts', 'user.ts', ...declared]
    expect(typecheck(dir, files, resolution, options)).toEqual([])
  })

  test('and moduleResolution node16, as ES module and as CommonJS', () => {
    for (const file of ['session', 'user', ...declared.map(() => 'augment')]) {
      cpSync(join(dir, `${file}.ts`), join(dir, `${file}.mts`))
    }
    // A CommonJS file may not import next-auth v5, and needs to augment only what has two declarations.
    const augments =
      app === 'types-register' ? ['augment.ts', 'augment.mts'] : declared.map(() => 'augment.mts')
    const files = ['expected.d.ts', 'session.ts', 'session.mts', 'user.ts', 'user.mts', ...augments]
    expect(typecheck(dir, files, 'node16', options)).toEqual([])
  })
})
