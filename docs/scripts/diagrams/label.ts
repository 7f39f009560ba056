import type { ChartEdge } from './chart'
import { widthOf } from './text'

const LONGEST_LABEL = 130
const SIZE = 12

/** What stands on an arrow: its event and `[guard]`. A guard that is too long for the line gets its own. */
export function labelOf({ event, guard }: Pick<ChartEdge, 'event' | 'guard'>): string[] {
  const condition = guard === null ? '' : `[${guard}]`
  if (event === 'always') return condition ? [condition] : []
  const line = `${event} ${condition}`.trim()
  return condition && widthOf(line, SIZE) > LONGEST_LABEL ? [event, condition] : [line]
}
