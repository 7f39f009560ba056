import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { foldersAbove } from './folders-above'

export interface PackageJson {
  /** The folder it lies in. */
  dir: string
  version: unknown
  /** Everything that it depends on in one way or another, with the range. */
  dependencies: Record<string, unknown>
  /** Why it cannot be read. Then it says nothing else. */
  problem?: string
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
    // npm takes a byte order mark, too.
    const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
    const { version, dependencies, devDependencies, peerDependencies } = JSON.parse(text)
    return { dir, version, dependencies: { ...peerDependencies, ...devDependencies, ...dependencies } }
  } catch (error) {
    return { dir, version: undefined, dependencies: {}, problem: `${path} cannot be read: ${error}` }
  }
}
