import { expect, test } from 'vitest'
import { readMeasurements } from '../bench/report/files'
import { findFigure, findValue } from '../bench/report/look-up'
import { bundle } from '../bench/sections/bytes/bundle'
import { apps } from '../bench/sections/bytes/libraries'

// A page says sizes with one digit behind the point, and not every compiler of zlib compresses alike.
const TOLERANCE = 150

test.each([
  ['first', 'bytes/first-render'],
  ['late', 'bytes/later'],
] as const)(
  'the %s part of a bundle is what docs/benchmarks.json says, or run `npm run bench -- bytes`',
  async (part, path) => {
    const written = Number(findValue(findFigure(readMeasurements(), path), 'gzip', 'sessionchart'))
    const now = (await bundle(apps.sessionchart))[part].gzip
    expect(Math.abs(now - written)).toBeLessThan(TOLERANCE)
  },
)
