const SECOND_MS = 1_000

/** How many of these times are in each second, from the first one on that is asked for. */
function perSecond(times: number[], fromMs: number, toMs: number): number[] {
  const counts = Array<number>(Math.ceil((toMs - fromMs) / SECOND_MS)).fill(0)
  for (const at of times) {
    const second = Math.floor((at - fromMs) / SECOND_MS)
    const count = counts[second]
    if (count !== undefined) counts[second] = count + 1
  }
  return counts
}

/** The most in any one second. */
export const busiestSecond = (times: number[], fromMs: number, toMs: number): number =>
  Math.max(...perSecond(times, fromMs, toMs))

/** Time in steps: what the busiest second of each had to bear. A mean over a step would hide a wave. */
export function busiestByStep(times: number[], fromMs: number, toMs: number, stepMs: number): number[] {
  const counts = perSecond(times, fromMs, toMs)
  const length = stepMs / SECOND_MS
  return Array.from({ length: (toMs - fromMs) / stepMs }, (_, step) =>
    Math.max(...counts.slice(step * length, (step + 1) * length)),
  )
}
