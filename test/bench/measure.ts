import type { Section } from './figures'

/** One part of the benchmarks, which `npm run bench -- <id>` runs alone. */
export interface Measure {
  id: string
  title: string
  measure(): Promise<Section>
}
