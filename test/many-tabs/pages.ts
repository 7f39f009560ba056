import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** What a page gets its session from. */
export type Library = 'sessionchart' | 'sessionchart/v4' | 'next-auth' | 'next-auth v4'

/** The files of the pages by their paths. */
export type Pages = Record<string, { type: string; body: string }>

const entries: Record<Library, string> = {
  sessionchart: 'sessionchart/react',
  'sessionchart/v4': 'sessionchart/v4',
  'next-auth': 'next-auth/react',
  'next-auth v4': 'next-auth-v4/react',
}

/** Where the page of a library is. */
export const pathOf = (library: Library): string => `/${library.replace(/\W/g, '-')}`

/** Builds the same page once with each library, as for production. */
export async function buildPages(): Promise<Pages> {
  const libraries = Object.keys(entries) as Library[]
  const entry = fileURLToPath(new URL('./app/main.tsx', import.meta.url))
  const built = await Promise.all(
    libraries.map((library) => buildPage({ path: pathOf(library), entry, library: entries[library] })),
  )
  return Object.assign({ '/elsewhere': { type: 'text/html', body: '<title>Elsewhere</title>' } }, ...built)
}

interface PageSource {
  /** Where the page is. */
  path: string
  /** The file of its script. */
  entry: string
  /** What `next-auth/react` stands for in there. */
  library: string
  environment?: 'production' | 'development'
  minify?: boolean
}

/** Builds one page with what it imports. */
export async function buildPage(source: PageSource): Promise<Pages> {
  const { path, entry, library, environment = 'production', minify = false } = source
  const alias: Record<string, string> = library === 'next-auth/react' ? {} : { 'next-auth/react': library }
  const { outputFiles } = await build({
    entryPoints: { main: entry },
    alias,
    define: { 'process.env.NODE_ENV': JSON.stringify(environment), 'process.env': '{}' },
    jsx: 'automatic',
    format: 'esm',
    bundle: true,
    splitting: true,
    minify,
    write: false,
    outdir: path,
  })
  const files = outputFiles.map((file) => [file.path, { type: 'text/javascript', body: file.text }])
  return { ...Object.fromEntries(files), [path]: { type: 'text/html', body: htmlOf(`${path}/main.js`) } }
}

const htmlOf = (script: string) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>One of many tabs</title>
    <link rel="icon" href="data:,">
    <script type="module" src="${script}"></script>
  </head>
  <body></body>
</html>`

/** Answers with the file of that path. */
export const showPages =
  (pages: Pages) =>
  (request: Request): Response => {
    const file = pages[new URL(request.url).pathname]
    return file
      ? new Response(file.body, { headers: { 'content-type': file.type } })
      : new Response('', { status: 404 })
  }
