import { isAbsolute, relative, sep } from 'node:path'
import { packagesAround } from './package-json'
import { shellWord } from './shell-word'

/** Where the command runs, and what it was asked to look at. */
export interface Place {
  cwd: string
  root: string
}

/** A path with slashes, from the folder in which the command runs. */
export const shown = ({ cwd }: Place, path: string): string => relative(cwd, path).split(sep).join('/') || '.'

/** What to type to have a path migrated. */
export function commandFor(place: Place, path: string): string {
  const folder = shown(place, path)
  return folder === '.' ? 'sessionchart migrate' : `sessionchart migrate ${shellWord(folder)}`
}

/** The package of a file, as far as it lies in what the command was asked to look at. */
export function packageOf({ root }: Place, file: string): string {
  const dir = packagesAround(file)[0]?.dir
  return dir !== undefined && isWithin(root, dir) ? dir : root
}

export function isWithin(root: string, path: string): boolean {
  const way = relative(root, path)
  // To another drive of Windows there is no relative way.
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}
