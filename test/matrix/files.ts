import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { BuiltApp } from '../browser/build-app'

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

/** For builds that make scripts only. */
const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>The app of the matrix</title>
    <link rel="icon" href="/icon.svg" />
    <script type="module" src="/main.js"></script>
  </head>
  <body></body>
</html>`

/** Reads what a bundler has written, with a page for it if there is none. */
export function readFiles(folder: string): BuiltApp {
  const files = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => extname(file) in types)
    .map((file) => [
      `/${file.replaceAll('\\', '/')}`,
      { type: `${types[extname(file)]}; charset=utf-8`, body: readFileSync(join(folder, file), 'utf8') },
    ])
  const own = { type: 'text/html; charset=utf-8', body: page }
  return {
    '/icon.svg': { type: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' },
    '/index.html': own,
    ...Object.fromEntries(files),
  }
}
