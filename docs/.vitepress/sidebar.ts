import { entryPoints } from './entry-points'

interface Page {
  text: string
  /** Its file in `docs/`, after a slash and without `.md`. */
  link: string
}

interface Group {
  text: string
  items: Page[]
}

/**
 * The pages that are written by hand, in the order in which one would read them. A test holds that every file of
 * `docs/` is here.
 */
export const sidebar: Group[] = [
  {
    text: 'Start',
    items: [
      { text: 'What it is', link: '/' },
      { text: 'Getting started', link: '/getting-started' },
      { text: 'Migrating from next-auth', link: '/migrating' },
    ],
  },
  {
    text: 'Concepts',
    items: [{ text: 'Statecharts', link: '/statecharts' }],
  },
  {
    text: 'Guides',
    items: [
      { text: 'Why was my user signed out?', link: '/why-signed-out' },
      { text: 'Inspecting', link: '/inspecting' },
      { text: 'Testing', link: '/testing' },
    ],
  },
  {
    text: 'Measured',
    items: [
      { text: 'Comparison', link: '/comparison' },
      { text: 'Benchmarks', link: '/benchmarks' },
    ],
  },
  {
    text: 'Reference',
    items: [{ text: 'Provider, hooks, options', link: '/reference' }],
  },
]

/** The pages that are made of the sources. */
export const apiGroup: Group = {
  text: 'API',
  items: Object.keys(entryPoints).map((name) => ({ text: name, link: `/api/${name}` })),
}
