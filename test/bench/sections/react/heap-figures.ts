import type { Figure } from '../../figures'
import { LIBRARIES, type LibraryName } from '../../libraries'
import { CYCLES, type Left, PROVIDERS } from './measure-heap'
import type { AppName } from './react-page'

/** What a provider needs beyond what React needs for the same tree. */
export function providerFigure(bytes: Record<AppName, number>): Figure {
  return {
    id: 'heap-per-provider',
    title: `Heap of a provider with a session and a consumer`,
    unit: 'bytes',
    over: 'providers in a page',
    columns: [...LIBRARIES],
    rows: [{ case: PROVIDERS, values: LIBRARIES.map((library) => bytes[library] - bytes.none) }],
    note: 'Without what React needs for a component in its place. better-auth has no provider: it is a client.',
  }
}

export function leftFigures(left: Record<LibraryName, Left>): Figure[] {
  const columns = [...LIBRARIES]
  return [
    {
      id: 'heap-growth',
      title: 'By how much the heap has grown after mounts and unmounts of a provider',
      unit: 'bytes',
      over: 'mounts and unmounts',
      columns,
      rows: CYCLES.map((cycles) => ({
        case: cycles,
        values: columns.map((library) => left[library].bytes[cycles] ?? null),
      })),
      curve: { x: 'linear', y: 'linear' },
    },
    {
      id: 'left-over',
      title: `What ${CYCLES.at(-1)?.toLocaleString('en')} mounts and unmounts of a provider leave behind`,
      unit: 'count',
      over: 'of them',
      columns,
      rows: [
        { case: 'timers', values: columns.map((library) => left[library].timers) },
        { case: 'listeners', values: columns.map((library) => left[library].listeners) },
      ],
    },
  ]
}
