import { existsSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import ignore, { type Ignore } from 'ignore'
import { foldersAbove } from './folders-above'

/** What a `.gitignore` says about the paths below its folder. */
export interface Rules {
  dir: string
  rules: Ignore
  /** It cannot be read. Then it says nothing. */
  isUnreadable: boolean
}

/** The rules between the folder and the root of its repository, the nearest first. */
export function rulesAbove(dir: string): Rules[] {
  const folders = [...foldersAbove(dir)]
  const root = folders.findIndex((folder) => existsSync(join(folder, '.git')))
  return folders
    .slice(1, root + 1)
    .filter((folder) => existsSync(join(folder, '.gitignore')))
    .map(rulesOf)
}

export function rulesOf(dir: string): Rules {
  try {
    const text = readFileSync(join(dir, '.gitignore'), 'utf8')
    return { dir, rules: ignore().add(text), isUnreadable: false }
  } catch {
    return { dir, rules: ignore(), isUnreadable: true }
  }
}

/** As git decides it: by the nearest file that says anything about the path. Folders end in a slash there. */
export function isIgnored(path: string, end: '/' | '', above: Rules[]): boolean {
  for (const { dir, rules } of above) {
    const { ignored, unignored } = rules.test(relative(dir, path).replaceAll(sep, '/') + end)
    if (ignored || unignored) return ignored
  }
  return false
}
