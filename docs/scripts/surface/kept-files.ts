import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

/** Where they are, from the root of the repository. All that is in it is made. */
export const FOLDER = 'docs/api-report/'

/** The files as they were committed: paths from the root of the repository, and texts. */
export function readKept(root: URL): Record<string, string> {
  mkdirSync(new URL(FOLDER, root), { recursive: true })
  const names = readdirSync(new URL(FOLDER, root))
  return Object.fromEntries(
    names.map((name) => [FOLDER + name, readFileSync(new URL(FOLDER + name, root), 'utf8')]),
  )
}

/** Writes the files, and takes away those of entries that are gone. */
export function keepFiles(root: URL, made: Record<string, string>) {
  for (const path of Object.keys(readKept(root))) if (!(path in made)) rmSync(new URL(path, root))
  for (const [path, text] of Object.entries(made)) writeFileSync(new URL(path, root), text)
}
