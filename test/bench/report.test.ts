import { readFileSync } from 'node:fs'
import { JSDOM } from 'jsdom'
import { expect, test } from 'vitest'
import { drawCurve } from './report/curve/draw-curve'
import { spreadLabels } from './report/curve/spread-labels'
import { readMeasurements } from './report/files'
import { tableOf, toMarkdown, toText } from './report/table'
import { pictureOf, writePage } from './report/write-page'
import { polls, renders, sample } from './sample'

test('makes a table of a figure', () => {
  expect(toMarkdown(tableOf(polls))).toBe(`| tabs | sessionchart | next-auth v5 | better-auth |
| --- | --: | --: | --: |
| 1 | 1 | 2 | – |
| 10 | 1 | 110 | – |`)
  expect(toText(tableOf(renders))).toBe(`  consumers            sessionchart
  a thousand  × 0.98 (0.90 to 1.04)`)
})

test('draws a line for each column that has values, and names it', () => {
  const picture = new JSDOM(drawCurve(polls, 'polls'), { contentType: 'image/svg+xml' }).window.document
  const names = [...picture.querySelectorAll('.label')].map((label) => label.textContent)
  expect(names.sort()).toEqual(['next-auth v5', 'sessionchart'])
  expect(picture.querySelector('title')?.textContent).toBe('Reads for each interval')
  expect(picture.querySelector('desc')?.textContent).toBe(
    'Reads for each interval, over tabs: sessionchart from 1 at 1 to 1 at 10; next-auth v5 from 2 at 1 to 110 at 10.',
  )
})

test('moves labels apart that would lie over each other, and no others', () => {
  const labels = [{ at: 100 }, { at: 20 }, { at: 104 }, { at: 60 }]
  expect(spreadLabels(labels, 16, 200).map(({ at }) => at)).toEqual([20, 60, 94, 110])
})

test('moves them on where they would then lie over the next', () => {
  expect(spreadLabels([{ at: 10 }, { at: 10 }, { at: 24 }], 10, 200).map(({ at }) => at)).toEqual(
    [4.67, 14.67, 24.67].map((at) => expect.closeTo(at, 1)),
  )
})

test('keeps labels above the end of a picture', () => {
  const labels = [{ at: 60 }, { at: 99 }, { at: 100 }]
  expect(spreadLabels(labels, 16, 100).map(({ at }) => at)).toEqual([60, 76, 92])
})

test('says once when and with what all was measured, or of each section where they differ', () => {
  const [polling] = sample.sections
  const places = (page: string) => page.match(/Measured on \S+ with [^\n]*/g)
  const place = 'Measured on 2026-11-29 with Node 20.1.0, 2 × slow, next-auth 5.0.0.'
  expect(places(writePage({ sections: polling ? [polling] : [] }))).toEqual([place])
  expect(places(writePage(sample))).toEqual([place, place.replace('11-29', '11-30')])
})

const measurements = readMeasurements()

test('is written anew by `npm run bench`, and by nobody else', () => {
  expect(readFileSync('docs/benchmarks.md', 'utf8')).toBe(writePage(measurements))
})

test('shows each curve in a picture of what was measured', () => {
  for (const section of measurements.sections)
    for (const figure of section.figures.filter(({ curve }) => curve)) {
      const picture = readFileSync(`docs/${pictureOf(section, figure)}`, 'utf8')
      expect(picture).toBe(drawCurve(figure, `${section.id}-${figure.id}`))
    }
})
