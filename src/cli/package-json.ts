import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { CommandError } from './command-error'
import { foldersAbove } from './folders-above'

export interface PackageJson {
  /** The folder it lies in. */
  dir: string
  version: string | undefined
  /** Everything that it depends on in one way or another, with the range. */
  dependencies: Record<string, unknown>
}

/** The package.json files of the folders around a file, the nearest first. */
export function packagesAround(file: string): PackageJson[] {
  return [...foldersAbove(dirname(file))].flatMap((dir) => readPackage(dir) ?? [])
}

/** The package.json in a folder, if there is one. */
export function readPackage(dir: string): PackageJson | undefined {
  const path = join(dir, 'package.json')
  if (!existsSync(path)) return undefined
  try {
    const { version, dependencies, devDependencies, peerDependencies } = JSON.parse(
      readFileSync(path, 'utf8'),
    )
    return { dir, version, dependencies: { ...peerDependencies, ...devDependencies, ...dependencies } }
  } catch (cause) {
    throw new CommandError('manifest', `${path} cannot be read: ${cause}`, { cause })
  }
}
