/**
 * Measures each variant once in each round. They take turns, so that a slow minute hurts all of them, and each round
 * begins with another one. Gives what was measured of each, in the order of the rounds.
 */
export async function interleave<Variant extends string, Measured>(
  variants: readonly Variant[],
  rounds: number,
  measure: (variant: Variant, round: number) => Measured | Promise<Measured>,
): Promise<Record<Variant, Measured[]>> {
  const measured = Object.fromEntries(variants.map((variant) => [variant, [] as Measured[]])) as Record<
    Variant,
    Measured[]
  >
  for (let round = 0; round < rounds; round += 1)
    for (const variant of rotated(variants, round)) measured[variant].push(await measure(variant, round))
  return measured
}

/** The same in the same order, with another one first. */
export const rotated = <T>(all: readonly T[], turn: number): T[] => {
  const first = turn % all.length
  return [...all.slice(first), ...all.slice(0, first)]
}
