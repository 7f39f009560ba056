import { fileURLToPath } from 'node:url'
import { buildPage, type Pages } from '../../many-tabs/pages'
import type { Answer } from '../../servers/auth-server'
import { LIBRARIES, type LibraryName } from '../libraries'
import { entryOf } from './libraries'

type ReactBuild = 'production' | 'development'

/** Where the page of a library is. In React's development build alone StrictMode mounts twice. */
export const pagePathOf = (library: LibraryName, build: ReactBuild = 'production'): string =>
  `/${build}/${library.replace(/\W/g, '-')}`

/** The same page with each library, in each build of React. */
export async function buildBenchPages(builds: ReactBuild[] = ['production']): Promise<Pages> {
  const pages = LIBRARIES.flatMap((library) => builds.map((build) => buildBenchPage(library, build)))
  return Object.assign({}, ...(await Promise.all(pages)))
}

function buildBenchPage(library: LibraryName, environment: ReactBuild): Promise<Pages> {
  const name = library === 'better-auth' ? 'better-auth' : 'next-auth'
  return buildPage({
    path: pagePathOf(library, environment),
    entry: fileURLToPath(new URL(`../page/tabs/${name}.tsx`, import.meta.url)),
    library: library === 'better-auth' ? 'next-auth/react' : entryOf[library],
    environment,
    minify: true,
  })
}

/** Scripts may be cached for ever, as those of a bundler are. */
export const showBenchPages =
  (pages: Pages): Answer =>
  ({ url }) => {
    const file = pages[new URL(url).pathname]
    if (!file) return new Response('', { status: 404 })
    const caching = file.type === 'text/html' ? 'no-store' : 'public, max-age=31536000, immutable'
    return new Response(file.body, { headers: { 'content-type': file.type, 'cache-control': caching } })
  }
