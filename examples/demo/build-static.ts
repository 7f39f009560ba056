import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { buildDemo, type Pages } from './server/build-pages'
import { openIdPage } from './server/openid-page'
import { openIdUsers } from './server/users'

// Where the Auth.js server sends the browser.
const authPages = ['api/auth/error', 'api/auth/signin', 'api/auth/callback/openid']

/**
 * Builds the demo as files that any static host serves, in any folder: the Auth.js servers run in the pages, and
 * what they know is kept in the browser. Begins with `index.html`.
 */
export async function buildStaticDemo(folder: string): Promise<void> {
  const side = './memory/side.ts'
  const [{ stage, left, right }, authScript, openIdScript] = await Promise.all([
    buildDemo({ stage: './memory/stage.ts', left: side, right: side }),
    bundle('auth-page.ts'),
    bundle('openid-page.ts'),
  ])
  const authPage = withScript(authScript)
  const pagesOfSide = Object.fromEntries(authPages.map((path) => [`${path}/index.html`, authPage]))

  await writeAll(folder, {
    ...filesOf(stage),
    ...below('left', { ...filesOf(left), ...pagesOfSide }),
    ...below('right', { ...filesOf(right), ...pagesOfSide }),
    'provider/index.html': openIdPage(openIdUsers, '', openIdScript),
  })
}

type Files = Record<string, string | Uint8Array>

const filesOf = (pages: Pages): Files =>
  Object.fromEntries(
    [...pages].map(([path, { body }]) => [path === '/' ? 'index.html' : path.slice(1), body]),
  )

const below = (folder: string, files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([path, body]) => [`${folder}/${path}`, body]))

async function writeAll(folder: string, files: Files): Promise<void> {
  for (const [path, body] of Object.entries(files)) {
    const target = join(folder, path)
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, body)
  }
}

/** In the page itself: some hosts serve it with a slash at the end of its path and some without. */
const withScript = (script: string) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Auth.js</title>
<link rel="icon" href="data:,">
<script type="module">${script}</script>
</html>
`

async function bundle(name: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`./app/memory/${name}`, import.meta.url))],
    bundle: true,
    format: 'esm',
    minify: true,
    target: 'es2022',
    write: false,
  })
  // In HTML these words would end the script.
  return (outputFiles[0]?.text ?? '').replaceAll('</script', '<\\/script')
}
