import { fileURLToPath } from 'node:url'

const at = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url))

/** Absolute paths: what is read for the site, and what is made. Nothing of the latter is kept in the repository. */
export const folders = {
  root: at('.').replace(/[/\\]$/, ''),
  docs: at('docs'),
  api: at('docs/api'),
  demo: at('docs/public/demo'),
  site: at('docs/.vitepress/dist'),
}
