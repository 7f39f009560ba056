import type { Measure } from '../measure'

/** All that `npm run bench` measures, in the order of the page. Each is loaded in the process that measures it. */
export const sections: Record<string, () => Promise<Measure>> = {
  requests: async () => (await import('./requests/section')).requestsSection,
  time: async () => (await import('./time/section')).timeSection,
  react: async () => (await import('./react/index')).reactSection,
  server: async () => (await import('./server/index')).serverSection,
  devtools: async () => (await import('./devtools/index')).devtoolsSection,
  bytes: async () => (await import('./bytes/index')).bytesSection,
  scale: async () => (await import('./scale/index')).scaleSection,
}
