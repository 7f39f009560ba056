import { counts, type Rounds, ratios, spreads } from '../../columns'
import type { Figure } from '../../figures'
import { BASE, LIBRARIES, type LibraryName } from '../../libraries'
import { type Costs, type Deed, TURNS } from './measure-consumers'
import type { Cost } from './react-page'

/** What each page has cost, by round. */
export type Measured = Record<LibraryName, Costs[]>

const TITLES: Record<Deed, string> = {
  'first-mount': 'the first mount of a page, with a session from the server',
  mount: 'a mount with a session from the server',
  hydrate: 'the hydration of a page from the server',
  'unchanged-refetch': 'a read that brings the same',
  'changed-refetch': 'a read that brings another name',
  update: '`update()` with another name',
  'status-flip': 'a sign-out',
  'part-refetch': 'a read that brings another name, which one in ten shows',
}
const PARTS = '. sessionchart: `useSessionSelector`, the others have no such hook.'
const NOTES: Partial<Record<Deed, string>> = {
  'first-mount': 'Nothing of the page has run before, as when a visitor comes.',
  'part-refetch': `One consumer in ten shows the name, the others the e-mail address${PARTS}`,
}

const all = Object.keys(TITLES) as Deed[]
const valuesOf = (measured: Measured, consumers: number, deed: Deed, name: keyof Cost) =>
  Object.fromEntries(
    LIBRARIES.map((library) => [library, measured[library].map((costs) => costs[consumers]?.[deed][name])]),
  ) as Rounds<LibraryName>

const overConsumers = (measured: Measured, deed: Deed) => ({
  over: 'consumers',
  columns: [...LIBRARIES],
  note: NOTES[deed],
  rowsOf: (name: keyof Cost, toValues: (rounds: Rounds<LibraryName>) => Figure['rows'][number]['values']) =>
    Object.keys(TURNS).map((consumers) => ({
      case: Number(consumers),
      values: toValues(valuesOf(measured, Number(consumers), deed, name)),
    })),
})

/** How often consumers render. It is the same in each round, or there is no such figure. */
export const renderFigures = (measured: Measured): Figure[] =>
  all.map((deed) => {
    const { rowsOf, ...common } = overConsumers(measured, deed)
    const rows = rowsOf('renders', (rounds) => counts(LIBRARIES, rounds))
    return { ...common, id: `renders-${deed}`, title: `Renders for ${TITLES[deed]}`, unit: 'renders', rows }
  })

/** How long the main thread is busy with each of them. */
export const timeFigures = (measured: Measured): Figure[] =>
  all.flatMap((deed) =>
    timesOf(measured, deed, 'milliseconds', `${deed}-time`, `The main thread, for ${TITLES[deed]}`),
  )

/** How long the first paint waits for React. */
export const commitFigures = (measured: Measured): Figure[] =>
  (['first-mount', 'mount', 'hydrate'] as const).flatMap((deed) =>
    timesOf(measured, deed, 'given', `${deed}-commit`, `Until React has rendered, for ${TITLES[deed]}`),
  )

function timesOf(measured: Measured, deed: Deed, name: keyof Cost, id: string, title: string): Figure[] {
  const { rowsOf, ...common } = overConsumers(measured, deed)
  return [
    {
      ...common,
      id,
      title,
      unit: 'milliseconds',
      rows: rowsOf(name, (rounds) => spreads(LIBRARIES, rounds)),
      curve: { x: 'logarithmic', y: 'logarithmic' },
    },
    {
      ...common,
      id: `${id}-ratio`,
      title: `${title}: as many times as ${BASE}`,
      unit: 'ratio',
      rows: rowsOf(name, (rounds) => ratios(LIBRARIES, rounds, BASE)),
    },
  ]
}
