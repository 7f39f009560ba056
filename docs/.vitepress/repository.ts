import { readFileSync } from 'node:fs'
import { posix } from 'node:path'

const { repository } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
const address: string | undefined = repository?.url ?? repository

/** Where the repository is to be seen, of `repository` in package.json: the one place that says so, if any does. */
export const repositoryUrl = address?.replace(/^git\+/, '').replace(/\.git$/, '')

/**
 * What a page of `docs/` links to, when that is a file or folder of the repository outside `docs/`; else `null`.
 *
 * @param page The page's own path in `docs/`.
 */
export function pathInRepository(href: string, page: string): string | null {
  if (!/^\.{1,2}\//.test(href)) return null
  const path = posix.join('docs', posix.dirname(page), href)
  return path.startsWith('docs/') ? null : path
}
