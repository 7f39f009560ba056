const SHOWN = 4
const LONG = 60

/**
 * One sentence for tests that differ in their values alone: what they have in common, and the values. From `signs out
 * on a 401 with null` and `signs out on a 401 with {}` comes `signs out on a 401 with … (null, {})`.
 */
export function oneSentence(names: string[]): string {
  const rows = names.map((name) => unquoted(name).split(' '))
  const [first = []] = rows
  if (rows.length < 2) return first.join(' ')
  const start = countCommon(rows)
  const end = countCommon(rows.map((row) => row.slice(start).reverse()))
  const head = first.slice(0, start)
  const tail = end > 0 ? first.slice(-end) : []
  const values = rows.map((row) =>
    row
      .slice(start, row.length - end)
      .join(' ')
      .replace(/[,:]$/, ''),
  )
  const shown = values.filter(Boolean).slice(0, SHOWN).map(shortened)
  const more = values.length - shown.length
  const list = shown.join('; ') + (more > 0 ? `; ${more} more` : '')
  return `${[...head, '…', ...tail].join(' ')} (${list})`
}

function countCommon(rows: string[][]): number {
  const [first = []] = rows
  let count = 0
  while (count < first.length && rows.every((row) => row[count] === first[count])) count++
  return count
}

/** Vitest writes texts with quotes, and zero with a sign. */
const unquoted = (text: string) =>
  text
    .replaceAll(/(^|\s)'([^']*)'(?=$|[\s,])/g, '$1$2')
    .replaceAll(/(^|\s)\+0\b/g, (_, before: string) => `${before}0`)
const shortened = (text: string) => (text.length > LONG ? `${text.slice(0, LONG - 1)}…` : text)
