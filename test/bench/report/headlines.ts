import type { Measurements } from '../figures'
import { format } from './format'
import { findFigure, findRow } from './look-up'

const LIBRARIES = ['sessionchart', 'next-auth v5', 'next-auth v4', 'better-auth']

/** What stands on top of the page: what it is, the figure it is from, and which of its cases. */
const headlines: Array<[what: string, figure: string, wanted: string | number]> = [
  ['reads of the session at the mount', 'requests/mount', 'no session given'],
  ['the same in StrictMode', 'requests/mount', 'no session given, StrictMode'],
  ['with a session from the server', 'requests/mount', 'a session given'],
  ['reads in a poll interval, 10 tabs', 'requests/poll-interval', 10],
  ['reads in a poll interval, 50 tabs', 'requests/poll-interval', 50],
  [
    'reads when the tab is looked at five times in a second',
    'requests/focus',
    'one tab, five times within a second',
  ],
  ['tabs, of 10, that are signed in after 60 s of 503', 'requests/outage-shown', 'the server says 503'],
  ['renders of 1,000 consumers when a read brings the same', 'react/renders-unchanged-refetch', 1_000],
  ['left behind by 10,000 mounts and unmounts: timers', 'react/left-over', 'timers'],
  ['and listeners', 'react/left-over', 'listeners'],
  ['mount to `authenticated` over a bare `fetch`, 50 ms away', 'time/mount-warm', 50],
  ['first render of 1,000 consumers, over v5', 'react/first-mount-commit-ratio', 1_000],
  ['later ones, over v5', 'react/mount-commit-ratio', 1_000],
  ['main thread, mount of 1,000 consumers, over v5', 'react/mount-time-ratio', 1_000],
  ['render on a server, one consumer, over v5', 'server/render-ratio', 1],
  ['what the first render waits for, gzip', 'bytes/first-render', 'gzip'],
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
