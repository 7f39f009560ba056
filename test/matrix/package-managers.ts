import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { installAlone } from './folder'
import { run } from './run'

/** A way to install packages: what it wants to find in the folder of an app, and how it is called there. */
export interface PackageManager {
  name: string
  /** Its settings, by file. */
  files: Record<string, string>
  /** What is there after it has installed xstate, which is a dependency of ours, and what is not. */
  layout: { has: string[]; lacks: string[] }
  install(dir: string): Promise<string>
  /** Runs Node in an app, so that it finds what was installed. */
  node(dir: string, args: string[]): Promise<string>
  /** Runs the compiler that the app has installed. */
  tsc(dir: string, args: string[]): Promise<string>
}

const both = ({ stdout, stderr }: { stdout: string; stderr: string }) => stdout + stderr
const runNode = async (dir: string, args: string[]) => both(await run(dir, process.execPath, args))

const inNodeModules = {
  node: runNode,
  tsc: (dir: string, args: string[]) => runNode(dir, ['node_modules/typescript/bin/tsc', ...args]),
}

/** Gets pnpm and Yarn from npm, and gives all of them; the strictest stand at the ends. */
export async function getPackageManagers(): Promise<PackageManager[]> {
  const tools = await installAlone({ pnpm: '^12', '@yarnpkg/cli-dist': '^4' })
  const pnpm = join(tools, 'node_modules/pnpm/bin/pnpm.mjs')
  const yarn = join(tools, 'node_modules/@yarnpkg/cli-dist/bin/yarn.js')

  const settings = 'strictPeerDependencies: true\nautoInstallPeers: false\n'
  const withPnpm = {
    ...inNodeModules,
    install: (dir: string) => runNode(dir, [pnpm, 'install', '--ignore-scripts', '--prefer-offline']),
  }
  const yarnSettings = 'enableTelemetry: false\nenableScripts: false\nenableImmutableInstalls: false\n'
  const runYarn = (dir: string, args: string[]) => runNode(dir, [yarn, ...args])
  const install = (dir: string) => runYarn(dir, ['install'])

  return [
    {
      ...withPnpm,
      name: 'pnpm, hoist: false',
      files: { 'pnpm-workspace.yaml': `${settings}hoist: false\n` },
      layout: {
        has: ['node_modules/.pnpm'],
        lacks: ['node_modules/.pnpm/node_modules', 'node_modules/xstate'],
      },
    },
    {
      ...withPnpm,
      name: 'pnpm',
      files: { 'pnpm-workspace.yaml': settings },
      layout: { has: ['node_modules/.pnpm/node_modules/xstate'], lacks: ['node_modules/xstate'] },
    },
    {
      ...inNodeModules,
      name: 'npm',
      files: {},
      layout: { has: ['node_modules/xstate'], lacks: [] },
      install: async (dir) =>
        both(await run(dir, 'npm', ['install', '--no-audit', '--no-fund', '--prefer-offline'])),
    },
    {
      ...inNodeModules,
      name: 'Yarn, node-modules',
      files: { '.yarnrc.yml': `${yarnSettings}nodeLinker: node-modules\n`, 'yarn.lock': '' },
      layout: { has: ['node_modules/xstate'], lacks: ['.pnp.cjs'] },
      install,
    },
    {
      name: 'Yarn, Plug’n’Play',
      files: { '.yarnrc.yml': `${yarnSettings}nodeLinker: pnp\n`, 'yarn.lock': '' },
      layout: { has: ['.pnp.cjs'], lacks: ['node_modules'] },
      install,
      node: (dir, args) => runYarn(dir, ['node', ...args]),
      tsc: (dir, args) => runYarn(dir, ['tsc', ...args]),
    },
  ]
}

/** Writes the settings of a package manager into the folder of an app. */
export function configure(dir: string, { files }: PackageManager): void {
  for (const [file, text] of Object.entries(files)) writeFileSync(join(dir, file), text)
}
