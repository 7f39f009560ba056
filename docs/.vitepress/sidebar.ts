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
    items: [
      { text: 'Concepts', link: '/concepts' },
      { text: 'Statecharts', link: '/statecharts' },
    ],
  },
  {
    text: 'Guides',
    items: [
      { text: 'Signing in and out', link: '/guides/signing-in-and-out' },
      { text: 'Forms', link: '/guides/forms' },
      { text: 'Pages that require a session', link: '/guides/required-pages' },
      { text: 'Updating the session', link: '/guides/updating' },
      { text: 'When a session ends', link: '/guides/expiry' },
      { text: 'Several tabs', link: '/guides/tabs' },
      { text: 'Server rendering', link: '/guides/server-rendering' },
      { text: 'Why was my user signed out?', link: '/why-signed-out' },
      { text: 'Inspecting', link: '/inspecting' },
      { text: 'Testing', link: '/testing' },
    ],
  },
  {
    text: 'Recipes',
    items: [
      { text: 'React Router', link: '/recipes/react-router' },
      { text: 'TanStack Query', link: '/recipes/tanstack-query' },
      { text: 'Storybook', link: '/recipes/storybook' },
      { text: 'Playwright', link: '/recipes/playwright' },
      { text: 'Sentry', link: '/recipes/sentry' },
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
    items: [
      { text: 'Provider, hooks, options', link: '/reference' },
      { text: 'Security', link: '/security' },
      { text: 'What is supported', link: '/support' },
      { text: 'Versions', link: '/versioning' },
    ],
  },
]

/** The pages that are made of the sources. */
export const apiGroup: Group = {
  text: 'API',
  items: Object.keys(entryPoints).map((name) => ({ text: name, link: `/api/${name}` })),
}
