import type { TestProject } from 'vitest/node'
import { previewSite } from '../../docs/scripts/site/preview-site'

declare module 'vitest' {
  interface ProvidedContext {
    /** The first page of the built site. */
    site: string
  }
}

export default async function setup(project: TestProject) {
  const site = await previewSite()
  project.provide('site', site.url)
  return () => site.stop()
}
