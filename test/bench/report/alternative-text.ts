import type { Figure } from '../figures'
import { format } from './format'

/** What a curve says in words: where each line begins and where it ends. */
export function alternativeText({ title, over, unit, columns, rows }: Figure): string {
  const lines = columns.flatMap((column, index) => {
    const known = rows.filter(({ values }) => values[index] !== null)
    const [first, last] = [known[0], known.at(-1)]
    if (!first || !last) return []
    const say = (row: typeof first) =>
      `${format(row.values[index] ?? null, unit)} at ${format(Number(row.case), 'count')}`
    return `${column} from ${say(first)} to ${say(last)}`
  })
  return `${title}, over ${over}: ${lines.join('; ')}.`
}
