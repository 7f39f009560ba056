import type { Section } from './figures'

export interface Measure {
  id: string
  title: string
  measure(): Promise<Section>
}
