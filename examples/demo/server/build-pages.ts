import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build } from 'vite'

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

/** Builds all of the demo. */
export async function buildDemo(): Promise<DemoPages> {
  const [stage, left, right] = await Promise.all([
    buildPages('stage'),
    buildPages('left'),
    buildPages('right'),
  ])
  return { stage, left, right }
}

/**
 * Builds a page and what belongs to it, in memory. Left and right are the same source: on the left the bundler takes
 * `next-auth/react` for `sessionchart/react`.
 */
async function buildPages(name: 'stage' | 'left' | 'right'): Promise<Pages> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
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
