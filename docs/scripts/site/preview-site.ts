import { preview } from 'vite'
import { folders } from './folders'

export interface PreviewedSite {
  /** Its first page, with a slash at the end. */
  url: string
  stop(): Promise<void>
}

/** Serves the built site, at the path for which it was built. */
export async function previewSite(base = process.env.DOCS_BASE ?? '/'): Promise<PreviewedSite> {
  const server = await preview({
    configFile: false,
    root: folders.docs,
    base,
    appType: 'mpa',
    logLevel: 'error',
    build: { outDir: folders.site },
    preview: { host: 'localhost', port: 0 },
  })
  const address = server.httpServer.address()
  if (!address || typeof address === 'string') throw new Error('The preview has no port.')
  return { url: `http://localhost:${address.port}${base}`, stop: () => server.close() }
}
