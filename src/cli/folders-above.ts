import { dirname } from 'node:path'

/** A folder and all that it lies in, from the inside out. */
export function* foldersAbove(dir: string): Generator<string> {
  yield dir
  if (dirname(dir) !== dir) yield* foldersAbove(dirname(dir))
}
