import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build, type Plugin } from 'vite'

export type Pages = Map<string, { type: string; body: string | Uint8Array }>

export type DemoPages = Record<'stage' | 'left' | 'right', Pages>

const root = fileURLToPath(new URL('../app', import.meta.url))
const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
}

// next-auth reads these at import, and a browser has no `process`.
const forNextAuth = {
  'process.env.NEXTAUTH_URL': 'undefined',
  'process.env.NEXTAUTH_URL_INTERNAL': 'undefined',
  'process.env.VERCEL_URL': 'undefined',
}

/** Scripts that run before those of the pages, by their paths from the folder of the app. */
type RunFirst = Partial<Record<keyof DemoPages, string>>

/** Builds all of the demo. */
export async function buildDemo(first: RunFirst = {}): Promise<DemoPages> {
  const [stage, left, right] = await Promise.all([
    buildPages('stage', first.stage),
    buildPages('left', first.left),
    buildPages('right', first.right),
  ])
  return { stage, left, right }
}

/**
 * Builds a page and what belongs to it, in memory. Left and right are the same source: on the left the bundler takes
 * `next-auth/react` for `sessionchart/react`.
 */
async function buildPages(name: keyof DemoPages, first?: string): Promise<Pages> {
  const built = await build({
    root,
    base: './',
    configFile: false,
    logLevel: 'error',
    plugins: [react(), first ? runFirst(first) : null],
    resolve: {
      tsconfigPaths: true,
      alias: name === 'left' ? { 'sessionchart/react': 'next-auth/react' } : {},
    },
    define: name === 'left' ? forNextAuth : {},
    build: { write: false, rollupOptions: { input: `${root}/${name}.html` } },
  })
  if (!('output' in built)) throw new Error(`Vite has built no ${name} page.`)

  const pages: Pages = new Map()
  for (const file of built.output) {
    const path = file.fileName === `${name}.html` ? '/' : `/${file.fileName}`
    const type = types[file.fileName.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
    pages.set(path, { type, body: file.type === 'chunk' ? file.code : file.source })
  }
  return pages
}

const runFirst = (script: string): Plugin => ({
  name: 'run-first',
  transformIndexHtml: {
    order: 'pre',
    handler: () => [{ tag: 'script', attrs: { type: 'module', src: script }, injectTo: 'head-prepend' }],
  },
})
