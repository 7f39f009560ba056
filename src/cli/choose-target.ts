import { dirname, join } from 'node:path'
import { CommandError } from './command-error'
import { entryFor, type Target } from './entries'
import { foldersAbove } from './folders-above'
import { packagesAround, readPackage } from './package-json'

/** The entry that has the types of the next-auth that a file uses; throws a `CommandError` when it cannot tell. */
export function chooseTarget(file: string): Target {
  const version = installedVersion(file) ?? listedRange(file)
  const target = entryFor(majorOf(version))
  if (target) return target
  const found =
    version === undefined ? 'next-auth is neither installed nor listed' : `next-auth is "${version}"`
  throw new CommandError(
    'target',
    `${file}: ${found} here, which leaves open whether its imports become sessionchart/react (next-auth v5) or
sessionchart/v4 (next-auth v4). Say so with --to react or --to v4`,
  )
}

/** As Node finds a package, without what a package may hide. */
function installedVersion(file: string): string | undefined {
  for (const dir of foldersAbove(dirname(file))) {
    const installed = readPackage(join(dir, 'node_modules/next-auth'))
    if (installed) return installed.version
  }
  return undefined
}

function listedRange(file: string): string | undefined {
  for (const { dependencies } of packagesAround(file)) {
    const range = dependencies['next-auth']
    if (typeof range === 'string') return range
  }
  return undefined
}

/** The one major that a version or a plain range stands for. Of `>=4`, `*`, `beta` or `^4 || ^5` nobody can say. */
function majorOf(range: string | undefined): number | undefined {
  const [, major] = range?.match(/^(?:npm:next-auth@|workspace:)?[\^~=v]*(\d+)(?:\.[\w.*+-]+)?$/) ?? []
  return major === undefined ? undefined : Number(major)
}
