import type { TestProject } from 'vitest/node'
import { findBrowser } from '../browser/launch.mjs'
import { buildPages, type Pages } from './pages'

declare module 'vitest' {
  interface ProvidedContext {
    pages: Pages
  }
}

export default async function setup(project: TestProject) {
  const [pages] = await Promise.all([buildPages(), findBrowser()])
  project.provide('pages', pages)
}
