import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ends } from './ends'
import { entries } from './entries'
import { makeFolder, tarball } from './folder'
import { configure, getPackageManagers } from './package-managers'

const manifest = {
  type: 'module',
  dependencies: { sessionchart: `file:${tarball()}`, react: '^19', 'react-dom': '^19' },
  devDependencies: { '@types/react': '^19', typescript: '~5.9' },
}
// The app has no msw, of which that entry point is a part.
const WITHOUT = 'sessionchart/testing/msw'
const own = entries.filter((entry) => entry !== WITHOUT)

// Of Yarn's own support for ES modules.
const others = /YN0092|Done with warnings/

describe.each(ends(await getPackageManagers()))('$name', (manager) => {
  const dir = makeFolder(manifest, 'node')
  configure(dir, manager)

  test('installs the package and has nothing to say of it', async () => {
    const lines = (await manager.install(dir)).split('\n')
    const said = lines.filter((line) => /warn|peer|deprecated|YN00(02|60|86)/i.test(line))
    expect(said.filter((line) => !others.test(line))).toEqual([])
  })

  test('has put packages where it is expected to', () => {
    const isThere = (path: string) => existsSync(join(dir, path))
    expect(manager.layout.has.filter(isThere)).toEqual(manager.layout.has)
    expect(manager.layout.lacks.filter(isThere)).toEqual([])
  })

  test.each(['import', 'require'])('loads every entry point with %s', async (way) => {
    const lines = (await manager.node(dir, ['load-all.mjs', way, WITHOUT])).trim().split('\n')
    expect(lines).toEqual(own.map((entry) => `${entry} has something`))
  })

  test('renders on a server, with one React', async () => {
    expect(JSON.parse(await manager.node(dir, ['server.mjs']))).toMatchObject({
      known: '<p>authenticated Ada</p><b>members</b>',
      asked: 'Ada',
    })
  })

  test('finds the declarations of every entry point', async () => {
    const imports = own.map((entry, index) => `import * as entry${index} from '${entry}'`)
    const uses = `export const every = [${own.map((_, index) => `entry${index}`)}]`
    // What is `any` would be no fault.
    const fault = `import { useSession } from 'sessionchart/react'
      // @ts-expect-error
      useSession().nothing`
    writeFileSync(join(dir, 'every.ts'), [...imports, uses, fault].join('\n'))
    const options = [
      '--module',
      'esnext',
      '--moduleResolution',
      'bundler',
      '--strict',
      '--noEmit',
      '--skipLibCheck',
    ]
    expect(await manager.tsc(dir, [...options, '--lib', 'es2022,dom', 'every.ts'])).toBe('')
  })
})
