/** What leads to a part of a chart: `states`, `request`, `on`, `session.refetch`, 0, `guard`. */
export type Path = Array<string | number>

export const partAt = (chart: unknown, path: Path): unknown =>
  path.reduce((part: unknown, key) => Object(part)[key], chart)

/** The paths to all parts of a chart, in the order of its text. */
export const pathsIn = (part: unknown, leftAlone: string[], path: Path = []): Path[] =>
  Object.entries(typeof part === 'object' ? Object(part) : {})
    .filter(([key]) => !leftAlone.includes(key))
    .flatMap(([key, inner]) => {
      const innerPath = [...path, Array.isArray(part) ? Number(key) : key]
      return [innerPath, ...pathsIn(inner, leftAlone, innerPath)]
    })

/** The chart with another part there, or with none. */
export function changed<Part>(part: Part, [key = '', ...path]: Path, value?: unknown): Part {
  const next = path.length === 0 ? value : changed(partAt(part, [key]), path, value)
  const copy = Array.isArray(part) ? [...part] : Object.assign({}, part)
  if (next !== undefined) Object.assign(copy, { [key]: next })
  else if (Array.isArray(copy)) copy.splice(Number(key), 1)
  else delete copy[key as keyof Part]
  return copy as Part
}
