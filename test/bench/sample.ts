import type { Figure, MeasuredSection, Measurements } from './figures'

/** A figure such as a section gives, for tests of what is made of it. */
export const polls: Figure = {
  id: 'polls',
  title: 'Reads for each interval',
  unit: 'requests',
  over: 'tabs',
  columns: ['sessionchart', 'next-auth v5', 'better-auth'],
  rows: [
    { case: 1, values: [1, 2, null] },
    { case: 10, values: [1, 110, null] },
  ],
  curve: { x: 'linear', y: 'logarithmic' },
}

export const renders: Figure = {
  id: 'renders',
  title: 'What a render costs',
  unit: 'ratio',
  over: 'consumers',
  columns: ['sessionchart'],
  rows: [{ case: 'a thousand', values: [{ median: 0.981, lowest: 0.9, highest: 1.042 }] }],
}

export const sectionOf = (id: string, measuredOn: string, figures: Figure[] = []): MeasuredSection => ({
  id,
  title: `About ${id}`,
  how: 'With care.',
  figures,
  measuredOn,
  environment: { Node: '20.1.0', processors: '2 × slow', 'next-auth v5': '5.0.0' },
})

export const sample: Measurements = {
  sections: [sectionOf('polling', '2026-11-29', [polls]), sectionOf('rendering', '2026-11-30', [renders])],
}
