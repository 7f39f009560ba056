export interface Drift {
  reads: number
  /** How far a read is at most from the nearest point of the grid, in milliseconds. */
  farthest: number
}

/** How reads lie on the grid that the first of them begins. */
export function driftOf([origin = 0, ...times]: number[], intervalMs: number): Drift {
  const distances = times.map((time) => {
    const part = (time - origin) % intervalMs
    return Math.min(part, intervalMs - part)
  })
  return { reads: times.length, farthest: Math.max(0, ...distances) }
}
