import { expect, test } from 'vitest'
import { type CoverageMap, linesOf } from './statement-report'

type File = [covered: number, total: number, ...uncovered: string[]]

const mapOf = (files: Record<string, File>): CoverageMap => ({
  files: () => Object.keys(files),
  fileCoverageFor(path) {
    const [covered, total, ...uncovered] = files[path] as File
    return { toSummary: () => ({ statements: { covered, total } }), getUncoveredLines: () => uncovered }
  },
})
const report = (files: Record<string, File>, bounds = { a: 100, b: 90 }) =>
  linesOf(mapOf(files), '/project', bounds)

test('says of each folder what was run', () => {
  expect(
    report({ '/project/a/x.ts': [3, 3], '/project/a/b/y.ts': [1, 1], '/project/b/z.ts': [9, 10] }),
  ).toEqual(['a: 100.00 % of 4 statements run', 'b: 90.00 % of 10 statements run'])
})

test('names the lines of the files below the bound, and of no others', () => {
  const files: Record<string, File> = {
    '/project/a/x.ts': [1, 6, '3', '4', '5', '9'],
    '/project/b/good.ts': [9, 10, '2'],
    '/project/b/bad.ts': [8, 10, '7', '9'],
    '/project/test/a/x.ts': [0, 10, '1'],
  }
  expect(report(files)).toEqual([
    'a: 16.66 % of 6 statements run',
    '  a/x.ts: 16.66 % of 6 statements run, not lines 3-5, 9',
    'b: 85.00 % of 20 statements run',
    '  b/bad.ts: 80.00 % of 10 statements run, not lines 7, 9',
  ])
})

test('takes a file without statements for run', () => {
  expect(report({ '/project/a/types.ts': [0, 0] })[0]).toBe('a: 100.00 % of 0 statements run')
})

test('never rounds up to all', () => {
  expect(report({ '/project/a/x.ts': [99_999, 100_000, '1'] })[0]).toBe('a: 99.99 % of 100000 statements run')
})
