import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Measurements } from '../figures'
import { drawCurve } from './curve/draw-curve'
import { refreshQuotes } from './quotes'
import { pictureOf, writePage } from './write-page'

const docs = fileURLToPath(new URL('../../../docs/', import.meta.url))
const readme = fileURLToPath(new URL('../../../README.md', import.meta.url))
const json = `${docs}benchmarks.json`
const page = `${docs}benchmarks.md`

export function readMeasurements(): Measurements {
  return existsSync(json) ? JSON.parse(readFileSync(json, 'utf8')) : { sections: [] }
}

export function writeMeasurements(measurements: Measurements): void {
  writeFileSync(json, `${JSON.stringify(measurements, null, 2)}\n`)
}

/** All that says what was measured: the page and its pictures, and what other pages quote of it. */
export function writeReport(measurements: Measurements): void {
  writeFileSync(page, writePage(measurements))
  // With those of figures that are no more.
  rmSync(`${docs}pictures/benchmarks`, { recursive: true, force: true })
  for (const [path, picture] of Object.entries(drawPictures(measurements))) {
    mkdirSync(`${docs}pictures/benchmarks`, { recursive: true })
    writeFileSync(docs + path, picture)
  }
  for (const path of quotingPages()) {
    writeFileSync(path, refreshQuotes(readFileSync(path, 'utf8'), measurements))
  }
}

function drawPictures({ sections }: Measurements): Record<string, string> {
  const drawn = sections.flatMap((section) =>
    section.figures
      .filter(({ curve }) => curve)
      .map(
        (figure) => [pictureOf(section, figure), drawCurve(figure, `${section.id}-${figure.id}`)] as const,
      ),
  )
  return Object.fromEntries(drawn)
}

/** What may quote. The report itself is made of the same numbers. */
export function quotingPages(): string[] {
  const pages = readdirSync(docs).filter((name) => name.endsWith('.md'))
  return [readme, ...pages.map((name) => docs + name)].filter((path) => path !== page)
}
