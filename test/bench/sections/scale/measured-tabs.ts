import { readFile } from 'node:fs/promises'
import type { Figure, Measurements } from '../../figures'

const FILE = new URL('../../../../docs/benchmarks.json', import.meta.url)
const SECTION = 'requests'
const FIGURE = 'poll-interval'

/** What tabs of Chromium have cost in an interval, as section `requests` has measured it the last time. */
export async function measuredTabs(file: URL = FILE): Promise<Figure | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '{"sections":[]}')
  const { sections } = JSON.parse(text) as Pick<Measurements, 'sections'>
  const names = [FIGURE, `${SECTION}/${FIGURE}`]
  return sections.find(({ id }) => id === SECTION)?.figures.find(({ id }) => names.includes(id))
}

/** Says where the simulated tabs and the real ones agree, and where they do not. */
export function compareWithMeasured(simulated: Figure, measured: Figure | undefined): string {
  if (!measured) return `Not compared with real tabs: run \`npm run bench -- ${SECTION}\` before.`
  const differences: string[] = []
  let equal = 0
  for (const { case: tabs, values } of simulated.rows) {
    const real = measured.rows.find((row) => String(row.case) === String(tabs))
    for (const [index, column] of simulated.columns.entries()) {
      const value = real?.values[measured.columns.indexOf(column)] ?? null
      const seen = value === null || typeof value === 'number' ? value : value.median
      if (seen === null) continue
      if (seen === values[index]) equal += 1
      else differences.push(`${column} with ${tabs}: ${seen} instead of ${values[index]}`)
    }
  }
  const others = differences.length === 0 ? 'None differs.' : `Others differ: ${differences.join('; ')}.`
  return `${equal} of these values are those of real tabs in Chromium, section \`${SECTION}\`. ${others}`
}
