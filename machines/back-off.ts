const FIRST_STEP_MS = 1_000
const LONGEST_STEP_MS = 60_000

/**
 * How long to wait after the given number of failures in a row, in milliseconds: doubling, capped, and spread
 * over the upper half of the step (`jitter` from 0 to 1) so that clients do not come back in one wave.
 */
export function backOffMs(failures: number, jitter: number): number {
  const step = Math.min(FIRST_STEP_MS * 2 ** (failures - 1), LONGEST_STEP_MS)
  return Math.round(step * (0.5 + jitter / 2))
}
