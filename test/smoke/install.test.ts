import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, inject, test } from 'vitest'

const run = promisify(execFile)
const tarball = join(inject('packed'), 'sessionchart.tgz')

/** An app with these dependencies, to which the package is added with npm's own rules. */
async function install(dependencies: Record<string, string>, ...flags: string[]) {
  const dir = mkdtempSync(join(inject('packed'), 'app-'))
  const manifest = { name: 'app', private: true, type: 'module', dependencies }
  writeFileSync(join(dir, 'package.json'), JSON.stringify(manifest))
  // Our own settings are not those of an app.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)))
  await run('npm', ['install', tarball, '--no-audit', '--no-fund', '--ignore-scripts', ...flags], {
    cwd: dir,
    env,
  })
  return {
    dir,
    versionOf: (path: string): string =>
      JSON.parse(readFileSync(join(dir, 'node_modules', path, 'package.json'), 'utf8')).version,
  }
}

describe('npm installs the package', () => {
  test.each([
    { beside: 'xstate 4', xstate: '^4.38.3', major: /^4\./ },
    { beside: 'an old xstate 5', xstate: '5.18.2', major: /^5\.18\./ },
  ])('beside $beside, and both have their own', async ({ xstate, major }) => {
    const { dir, versionOf } = await install({ react: '^19.0.0', xstate })
    expect(versionOf('xstate')).toMatch(major)
    expect(versionOf('sessionchart/node_modules/xstate')).toMatch(/^5\.(3[3-9]|[4-9]\d)\./)
    const { stdout } = await run(
      'node',
      ['-p', "import('sessionchart/react').then((m) => console.log(typeof m.useSession))"],
      { cwd: dir },
    )
    expect(stdout).toContain('function')
  })

  test('with the xstate of the app, when it is new enough', async () => {
    const { dir, versionOf } = await install({ react: '18.2.0', xstate: '^5.33.0' })
    expect(versionOf('xstate')).toMatch(/^5\./)
    const { stdout } = await run('npm', ['ls', 'xstate', '--all', '--parseable'], { cwd: dir })
    expect(stdout.trim().split('\n')).toHaveLength(1)
  })

  test.each<{ app: string; dependencies: Record<string, string> }>([
    {
      app: 'next-auth 4.22 on React 18.2',
      dependencies: { 'next-auth': '4.22.5', next: '^13', react: '18.2.0', 'react-dom': '18.2.0' },
    },
    {
      app: 'next-auth 5 on React 19',
      dependencies: { 'next-auth': '5.0.0-beta.32', next: '^16', react: '^19', 'react-dom': '^19' },
    },
    { app: '@auth/core on React 18.3', dependencies: { '@auth/core': '^0.18.0', react: '~18.3.1' } },
  ])('in an app with $app', async ({ dependencies }) => {
    await expect(install(dependencies, '--package-lock-only')).resolves.toBeDefined()
  })
})
