/** A state as it is to be drawn, with the states in it. Not yet placed. */
export interface Box {
  id: string
  kind: 'state' | 'final' | 'initial' | 'any'
  title: string
  /** Shown under the title, in small print. */
  lines: string[]
  /** Shown when the mouse rests on it, and read out. */
  description: string
  boxes: Box[]
  /** In pixels, when its own words do not say how large it is. */
  size?: { width: number; height: number }
  /** Which column it stands in, when that is not left to the layout. */
  column?: number
}

export interface Arrow {
  source: string
  target: string
  lines: string[]
}

export interface RegionDrawing {
  id: string
  title: string
  description: string
  boxes: Box[]
  arrows: Arrow[]
}

/** The id of the box that stands for whichever state of a region is active. */
export const anyOf = (id: string) => `${id}#any`
/** The id of the dot from which the first state is entered. */
export const startOf = (id: string) => `${id}#start`

/** Arrows between the same two states become one, with all their lines. */
export function join(arrows: Arrow[]): Arrow[] {
  const joined = new Map<string, Arrow>()
  for (const { source, target, lines } of arrows) {
    const key = `${source} ${target}`
    const known = joined.get(key)?.lines ?? []
    joined.set(key, { source, target, lines: stack([known, lines]) })
  }
  return [...joined.values()]
}

/** Labels one under the other. The guards of one event stand under it without naming it again. */
export function stack(labels: string[][]): string[] {
  const lines: string[] = []
  for (const label of labels) {
    const event = lines.filter((line) => !line.startsWith('[')).at(-1)
    lines.push(...(label[0] === event ? label.slice(1) : label))
  }
  return lines
}
