import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { foldersAbove } from './folders-above'
import { type PackageJson, packagesAround } from './package-json'
import { shellWord } from './shell-word'

/** The command that installs a package, by the lock file that lies beside the app. */
const INSTALL: Record<string, string> = {
  'pnpm-lock.yaml': 'pnpm add sessionchart',
  'yarn.lock': 'yarn add sessionchart',
  'bun.lock': 'bun add sessionchart',
  'bun.lockb': 'bun add sessionchart',
  'package-lock.json': 'npm install sessionchart',
}

/** The commands that install sessionchart for the files that are to use it, none where they have it. */
export function installCommands(cwd: string, files: string[]): string[] {
  const packages = new Map(
    files.flatMap((file) => lackingPackage(file) ?? []).map((found) => [found.dir, found]),
  )
  return [...packages.keys()].map((dir) => {
    const folder = relative(cwd, dir)
    return folder ? `cd ${shellWord(folder)} && ${installCommand(dir)}` : installCommand(dir)
  })
}

/** The package that uses next-auth for a file, unless it, or one around it, has sessionchart. */
function lackingPackage(file: string): PackageJson | undefined {
  const packages = packagesAround(file)
  if (packages.some(({ dependencies }) => 'sessionchart' in dependencies)) return undefined
  return packages.find(({ dependencies }) => 'next-auth' in dependencies) ?? packages[0]
}

function installCommand(dir: string): string {
  for (const folder of foldersAbove(dir)) {
    const lock = Object.keys(INSTALL).find((name) => existsSync(join(folder, name)))
    if (lock) return String(INSTALL[lock])
  }
  return 'npm install sessionchart'
}
