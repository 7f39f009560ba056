import type { Measure } from '../measure'

/** All that `npm run bench` measures, in the order of the page. Each is loaded in the process that measures it. */
export const sections: Record<string, () => Promise<Measure>> = {
  bytes: async () => (await import('./bytes/index')).bytesSection,
}
