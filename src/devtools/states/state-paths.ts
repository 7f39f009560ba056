import type { RecordedStep } from 'sessionchart/inspect'

/** Where the chart stands, as XState writes it. */
export type StateValue = RecordedStep['value']

/** The states of a region that are active, from the outside in: `['reading', 'asking']`. */
export function pathIn(value: StateValue | undefined): string[] {
  if (value === undefined) return []
  if (typeof value === 'string') return [value]
  const [[name, inner] = []] = Object.entries(value)
  return name === undefined ? [] : [name, ...pathIn(inner)]
}

/** The active states of the chart, region by region. */
export function pathsIn(value: StateValue): Record<string, string[]> {
  if (typeof value === 'string') return {}
  return Object.fromEntries(Object.entries(value).map(([region, inner]) => [region, pathIn(inner)]))
}

/** The ids of the active states: `session.request.reading` and `session.request.reading.asking`, say. */
export function activeIds(value: StateValue): Set<string> {
  const ids = new Set<string>()
  for (const [region, path] of Object.entries(pathsIn(value))) {
    path.reduce((id, name) => {
      ids.add(`${id}.${name}`)
      return `${id}.${name}`
    }, `session.${region}`)
  }
  return ids
}

/** A path in words. */
export const pathText = (path: string[]): string => path.join(' · ')

/** The active states of the chart in words, region by region. */
export function placesIn(value: StateValue): Places {
  if (typeof value === 'string') return {}
  const places = known.get(value) ?? placesOf(value)
  known.set(value, places)
  return places
}

type Places = Readonly<Record<string, string>>

// Recordings have the same steps each time, and hundreds of them.
const known = new WeakMap<object, Places>()

const placesOf = (value: StateValue): Places =>
  Object.fromEntries(Object.entries(pathsIn(value)).map(([region, path]) => [region, pathText(path)]))
