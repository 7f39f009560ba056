import type { Measurements } from '../figures'
import { format } from './format'
import { findFigure, findRow } from './look-up'

const LIBRARIES = ['sessionchart', 'next-auth v5', 'next-auth v4', 'better-auth']

/** What stands on top of the page: what it is, the figure it is from, and which of its cases. */
const headlines: Array<[what: string, figure: string, wanted: string | number]> = [
  ['what the first render waits for, gzip', 'bytes/first-render', 'gzip'],
  ['of that without xstate', 'bytes/first-render', 'gzip, without xstate'],
  ['what is loaded beside it, gzip', 'bytes/later', 'gzip'],
]

/** The cells of the table on top: of the sections that are there. A dash stands where a figure says nothing of a library. */
export function tableOfHeadlines(measurements: Measurements): string[][] {
  const has = (section: string | undefined) => measurements.sections.some(({ id }) => id === section)
  const rows = headlines
    .filter(([, path]) => has(path.split('/')[0]))
    .map(([what, path, wanted]) => {
      const figure = findFigure(measurements, path)
      const { values } = findRow(figure, wanted)
      const value = (library: string) => values[figure.columns.indexOf(library)] ?? null
      return [what, ...LIBRARIES.map((library) => format(value(library), figure.unit))]
    })
  return [['', ...LIBRARIES], ...rows]
}
