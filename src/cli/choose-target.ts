import { dirname, join } from 'node:path'
import { entryFor, type Target } from './entries'
import { foldersAbove } from './folders-above'
import { type PackageJson, packagesAround, readPackage } from './package-json'

/** The entry to use, or why nobody can say which. */
export type Choice = Target | { why: string }

/** What is known of the next-auth that a file uses. */
type Known = Pick<PackageJson, 'version' | 'problem'>

/** The entry that has the types of the next-auth that a file uses. */
export function chooseTarget(file: string): Choice {
  const { version, problem }: Partial<Known> = installed(file) ?? listed(file) ?? {}
  return entryFor(majorOf(version)) ?? { why: problem ?? doubtAbout(version) }
}

/** As Node finds a package, without what a package may hide. */
function installed(file: string): Known | undefined {
  for (const dir of foldersAbove(dirname(file))) {
    const found = readPackage(join(dir, 'node_modules/next-auth'))
    if (found) return found
  }
  return undefined
}

/** By the nearest package.json that lists it, unless one that cannot be read lies nearer: it might list another. */
function listed(file: string): Known | undefined {
  for (const { dependencies, problem } of packagesAround(file)) {
    const version = dependencies['next-auth']
    if (problem !== undefined || version !== undefined) return { version, problem }
  }
  return undefined
}

/** The one major that a version or a plain range stands for. Of `>=4`, `*`, `beta` or `^4 || ^5` nobody can say. */
function majorOf(version: unknown): number | undefined {
  const [, major] =
    String(version).match(/^(?:npm:next-auth@|workspace:)?[\^~=v]*(\d+)(?:\.[\w.*+-]+)?$/) ?? []
  return major === undefined ? undefined : Number(major)
}

function doubtAbout(version: unknown): string {
  if (version === undefined) return 'next-auth is neither installed nor listed here'
  const reason = String(version).startsWith('catalog:')
    ? 'and the catalog (of pnpm-workspace.yaml, or the like) is not read'
    : 'which tells neither v4 nor v5'
  return `next-auth is "${version}" here, ${reason}`
}
