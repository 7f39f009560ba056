import { type Dirent, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { isIgnored, type Rules, rulesAbove, rulesOf } from './git-ignore'
import { isSource } from './parse'

export interface Found {
  path: string
  /** Files are to be read. The others, which may be folders, are passed over. */
  kind: 'file' | 'ignored' | 'link'
}

/** Made by tools, wherever it lies. */
const SKIPPED = [
  'node_modules',
  '.git',
  '.next',
  '.nuxt',
  '.output',
  '.turbo',
  '.vercel',
  '.yarn',
  '.pnpm-store',
]
/** Made by tools where it lies beside a package.json. Deeper down `build` is a name like any other. */
const OUTPUT = ['dist', 'build', 'out', 'coverage', 'storybook-static']
/** Where a module can be named, too, and where the command only looks. */
const SETTINGS = /\.(json[c5]?|ya?ml|toml|html|mdx|astro|vue|svelte)$|^\.(eslintrc|babelrc|swcrc)$/

/**
 * What lies below a path and may name `next-auth/react`; or the path itself, whatever git makes of it. A folder or a
 * `.gitignore` that cannot be read is among the files: what reads them says why.
 */
export function* findFiles(path: string): Generator<Found> {
  if (statSync(path).isFile()) return yield { kind: 'file', path }
  const above = rulesAbove(path)
  yield* unreadable(above)
  yield* filesIn(path, isIgnored(path, '/', above) ? [] : above)
}

function* filesIn(dir: string, above: Rules[]): Generator<Found> {
  const entries = entriesOf(dir)
  if (!entries) return yield { kind: 'file', path: dir }
  const names = entries.map(({ name }) => name)
  const skipped = names.includes('package.json') ? [...SKIPPED, ...OUTPUT] : SKIPPED
  const own = names.includes('.gitignore') ? [rulesOf(dir)] : []
  yield* unreadable(own)
  for (const entry of entries)
    if (!skipped.includes(entry.name)) yield* entryOf(dir, entry, [...own, ...above])
}

function* entryOf(dir: string, entry: Dirent, rules: Rules[]): Generator<Found> {
  const path = join(dir, entry.name)
  if (entry.isSymbolicLink()) yield { kind: 'link', path }
  else if (entry.isDirectory()) {
    if (isIgnored(path, '/', rules)) yield { kind: 'ignored', path }
    else yield* filesIn(path, rules)
  } else if (entry.isFile() && isWanted(path)) {
    yield { kind: isIgnored(path, '', rules) ? 'ignored' : 'file', path }
  }
}

function entriesOf(dir: string) {
  try {
    return readdirSync(dir, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch {
    return undefined
  }
}

const unreadable = (rules: Rules[]): Found[] =>
  rules
    .filter(({ isUnreadable }) => isUnreadable)
    .map(({ dir }) => ({ kind: 'file', path: join(dir, '.gitignore') }))

const isWanted = (path: string) => isSource(path) || SETTINGS.test(basename(path))
