import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeProject } from '../package/project'
import { ends } from './ends'
import { entries } from './entries'
import { installAlone } from './folder'
import { run } from './run'

const versions = ends(['18', '20', '22', '24'])
const scripts = fileURLToPath(new URL('./apps/node', import.meta.url))

const reacts = ends([
  { version: '18.2.', react: 'react-18.2', dom: 'react-dom-18.2' },
  { version: '18.3.', react: 'react-18.3', dom: 'react-dom-18.3' },
  { version: '19.', react: 'react', dom: 'react-dom' },
])

/** The package of npm that is Node for this machine: `node` alone would fetch it with a script of its own. */
const platform = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`

let nodes: string
beforeAll(async () => {
  const aliases = versions.map((version) => [`node-${version}`, `npm:node-${platform}@${version}`])
  nodes = await installAlone(Object.fromEntries(aliases))
})

/** An app with the package, React and xstate, and what the tests of the package run in Node, too. */
function makeApp(more: Record<string, string>) {
  const { dir } = makeProject({ apps: ['node'], packages: { xstate: 'xstate', ...more } })
  cpSync(scripts, dir, { recursive: true })
  return dir
}

describe.each(versions)('Node %s', (version) => {
  const app = makeApp({ react: 'react', msw: 'msw' })
  /** Gives what a script prints; fails when Node warns of anything, or a script of something deprecated. */
  async function node(dir: string, ...args: string[]) {
    const program = join(nodes, `node_modules/node-${version}/bin/node`)
    const { stdout, stderr } = await run(dir, program, ['--throw-deprecation', '--trace-warnings', ...args])
    expect(stderr).toBe('')
    return stdout
  }

  test('is that one', async () => {
    expect(await node(app, '-p', 'process.version')).toContain(`v${version}.`)
  })

  test.each(['import', 'require'])('loads every entry point with %s, without a warning', async (way) => {
    // What msw itself requires, Node 18 cannot.
    const but = way === 'require' && version === '18' ? ['sessionchart/testing/msw'] : []
    const lines = (await node(app, 'load-all.mjs', way, ...but)).trim().split('\n')
    const expected = entries.filter((entry) => !but.includes(entry))
    expect(lines).toEqual(expected.map((entry) => `${entry} has something`))
  })

  // Node 18 cannot `require` an ES module: there, who imports and requires has two of everything.
  test.runIf(version !== '18')('has one of everything for who imports and who requires', async () => {
    expect(JSON.parse(await node(app, 'instances.mjs', 'import', 'require'))).toEqual({
      SessionContext: 1,
      SessionError: 1,
      useSession: 1,
      createSessionClient: 1,
      sessionMachine: 1,
      clients: 1,
      signInsThatReachTheClient: true,
      errorsAreSessionErrors: true,
    })
  })

  test.each(reacts)('renders with React $version and asks for a session', async (row) => {
    const dir = makeApp({ react: row.react, 'react-dom': row.dom })
    const signedIn = '<p>authenticated Ada</p><b>members</b>'
    expect(JSON.parse(await node(dir, 'server.mjs'))).toEqual({
      react: expect.stringContaining(row.version),
      known: signedIn,
      unknown: '<p>loading nobody</p>',
      streamed: signedIn,
      asked: 'Ada',
      askedForAnother: null,
    })
  })
})
