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
  const built = await Promise.all(libraries.map(buildPage))
  return Object.assign({ '/elsewhere': { type: 'text/html', body: '<title>Elsewhere</title>' } }, ...built)
}

async function buildPage(library: Library): Promise<Pages> {
  const path = pathOf(library)
  const alias: Record<string, string> = library === 'next-auth' ? {} : { 'next-auth/react': entries[library] }
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./app/main.tsx', import.meta.url))],
    alias,
    define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}' },
    jsx: 'automatic',
    format: 'esm',
    bundle: true,
    splitting: true,
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
