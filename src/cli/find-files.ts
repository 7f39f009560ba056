import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, relative, sep } from 'node:path'
import ignore, { type Ignore } from 'ignore'
import { foldersAbove } from './folders-above'
import { isSource } from './parse'

/** What a `.gitignore` says about the paths below its folder. */
interface Rules {
  dir: string
  rules: Ignore
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
 * The files below a path that may name `next-auth/react`, without those that git ignores; or the path itself. A
 * folder that cannot be read is among them: what reads the files says why.
 */
export function* findFiles(path: string): Generator<string> {
  if (statSync(path).isFile()) yield path
  else yield* filesIn(path, rulesAbove(path))
}

function* filesIn(dir: string, above: Rules[]): Generator<string> {
  const entries = entriesOf(dir)
  if (!entries) return yield dir
  const names = entries.map(({ name }) => name)
  const skipped = names.includes('package.json') ? [...SKIPPED, ...OUTPUT] : SKIPPED
  const rules = names.includes('.gitignore') ? [rulesOf(dir), ...above] : above
  for (const entry of entries) {
    const path = join(dir, entry.name)
    if (entry.isDirectory()) {
      if (!skipped.includes(entry.name) && !isIgnored(path, '/', rules)) yield* filesIn(path, rules)
    } else if (entry.isFile() && isWanted(path) && !isIgnored(path, '', rules)) yield path
  }
}

function entriesOf(dir: string) {
  try {
    return readdirSync(dir, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch {
    return undefined
  }
}

const isWanted = (path: string) => isSource(path) || SETTINGS.test(basename(path))

/** The rules between the folder and the root of its repository, the nearest first. */
function rulesAbove(dir: string): Rules[] {
  const folders = [...foldersAbove(dir)]
  const root = folders.findIndex((folder) => existsSync(join(folder, '.git')))
  return folders
    .slice(1, root + 1)
    .filter((folder) => existsSync(join(folder, '.gitignore')))
    .map(rulesOf)
}

const rulesOf = (dir: string): Rules => ({
  dir,
  rules: ignore().add(readFileSync(join(dir, '.gitignore'), 'utf8')),
})

/** As git decides it: by the nearest file that says anything about the path. Folders end in a slash there. */
function isIgnored(path: string, end: '/' | '', above: Rules[]): boolean {
  for (const { dir, rules } of above) {
    const { ignored, unignored } = rules.test(relative(dir, path).replaceAll(sep, '/') + end)
    if (ignored || unignored) return ignored
  }
  return false
}
