import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '../../')

/** A page of the docs: its path from the root of the repository, and its text. */
export interface Page {
  path: string
  text: string
}

/** All pages that people read: those of `docs/`, and the two beside it. */
export function readPages(): Page[] {
  const docs = readdirSync(`${root}docs`, { recursive: true, encoding: 'utf8' })
  return ['README.md', 'CONTRIBUTING.md', ...docs.map((name) => `docs/${name}`)]
    .filter((path) => path.endsWith('.md') && !/(^|\/)(node_modules|\.vitepress|api|api-report)\//.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(root + path, 'utf8') }))
}
