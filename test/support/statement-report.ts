import { relative } from 'node:path'
import type { Reporter, Vitest } from 'vitest/node'

/** How many of a hundred statements of a folder are to be run, by folder. */
type Bounds = Record<string, number>

/** What is read of a coverage map of istanbul. */
export interface CoverageMap {
  files(): string[]
  fileCoverageFor(path: string): {
    toSummary(): { statements: Count }
    getUncoveredLines(): Array<string | number>
  }
}

interface Count {
  total: number
  covered: number
}

/**
 * Says of each folder how many of its statements were run, and which lines were not of the files below its bound.
 * Whether that is enough, vitest decides. It wants a default export.
 */
export default class StatementReport implements Reporter {
  #root = ''
  readonly #bounds: Bounds

  constructor({ bounds }: { bounds: Bounds }) {
    this.#bounds = bounds
  }

  onInit({ config }: Vitest) {
    this.#root = config.root
  }

  onCoverage(coverage: unknown) {
    for (const line of linesOf(coverage as CoverageMap, this.#root, this.#bounds)) console.log(line)
  }
}

export function linesOf(coverage: CoverageMap, root: string, bounds: Bounds): string[] {
  return Object.entries(bounds).flatMap(([folder, bound]) => {
    const files = coverage.files().flatMap((path) => {
      const name = relative(root, path).replaceAll('\\', '/')
      if (!name.startsWith(`${folder}/`)) return []
      const file = coverage.fileCoverageFor(path)
      return { name, count: file.toSummary().statements, lines: file.getUncoveredLines().map(Number) }
    })
    const low = files.filter(({ count }) => percentOf(count) < bound)
    return [
      `${folder}: ${textOf(sumOf(files.map(({ count }) => count)))}`,
      ...low.map(({ name, count, lines }) => `  ${name}: ${textOf(count)}, not lines ${spansOf(lines)}`),
    ]
  })
}

/** Of none, all were run. */
const percentOf = ({ total, covered }: Count) => (total === 0 ? 100 : (100 * covered) / total)

/** Never rounded up: 99.999 is not all. */
const textOf = (count: Count) =>
  `${(Math.floor(percentOf(count) * 100) / 100).toFixed(2)} % of ${count.total} statements run`

const sumOf = (counts: Count[]): Count => ({
  total: counts.reduce((total, count) => total + count.total, 0),
  covered: counts.reduce((covered, count) => covered + count.covered, 0),
})

/** `3, 4, 5, 9` as `3-5, 9`. */
function spansOf(lines: number[]): string {
  const spans: Array<[first: number, last: number]> = []
  for (const line of lines) {
    const span = spans.at(-1)
    if (span?.[1] === line - 1) span[1] = line
    else spans.push([line, line])
  }
  return spans.map(([first, last]) => (first === last ? first : `${first}-${last}`)).join(', ')
}
