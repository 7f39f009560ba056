import { slug } from 'github-slugger'
import { defineConfig } from 'vitepress'
import { adaptMarkdown } from './markdown'
import { repositoryUrl } from './repository'
import { apiGroup, sidebar } from './sidebar'

/** The path at which it is served, with a slash at either end: `/sessionchart/` for project pages of GitHub. */
const base = process.env.DOCS_BASE ?? '/'

// VitePress asks for a default export.
export default defineConfig({
  lang: 'en',
  title: 'sessionchart',
  description:
    'The browser session of a React app on Auth.js, as a statechart: a drop-in for next-auth/react.',
  base,
  // The API is shown from the comments in the sources.
  srcExclude: ['api-report/**'],
  cacheDir: '../.tmp/vitepress',
  // As the device has it, and no switch: the pictures and the demo follow the device, too.
  appearance: 'force-auto',
  head: [['link', { rel: 'icon', href: `${base}favicon.svg` }]],
  // The index of the search is one file, which is loaded when somebody searches.
  vite: { build: { chunkSizeWarningLimit: 2000 } },
  markdown: {
    // Those of VitePress are too pale for WCAG AA.
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    // The anchors of GitHub, by which the pages link to each other.
    anchor: { slugify: slug },
    config: adaptMarkdown,
  },
  themeConfig: {
    sidebar: [...sidebar, apiGroup],
    nav: [
      { text: 'Getting started', link: '/getting-started' },
      { text: 'Reference', link: '/reference' },
    ],
    outline: [2, 3],
    search: {
      provider: 'local',
      options: {
        // What was written to be read comes first. It runs in the browser, and has nothing from around it.
        miniSearch: { searchOptions: { boostDocument: (id) => (id.includes('/api/') ? 0.4 : 1) } },
      },
    },
    ...(repositoryUrl && { socialLinks: [{ icon: 'github', link: repositoryUrl }] }),
  },
})
