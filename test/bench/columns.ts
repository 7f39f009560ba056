import { type Row, type Spread, spreadOf } from './figures'

/** What was measured of each library or variant, a number for each round. */
export type Rounds<Variant extends string> = Record<Variant, number[]>

/** A row of spreads, in the order of the variants. */
export function spreads<Variant extends string>(
  variants: readonly Variant[],
  rounds: Rounds<Variant>,
): Row['values'] {
  return variants.map((variant) => spreadOf(rounds[variant]))
}

/** How many times as much as the base: a ratio of each round, and then their spread. */
export function ratios<Variant extends string>(
  variants: readonly Variant[],
  rounds: Rounds<Variant>,
  base: Variant,
): Spread[] {
  return variants.map((variant) =>
    spreadOf(rounds[variant].map((value, round) => value / (rounds[base][round] ?? Number.NaN))),
  )
}

/**
 * A row of what is exact: it is the same in each round.
 *
 * @throws Error when it is not.
 */
export function counts<Variant extends string>(
  variants: readonly Variant[],
  rounds: Rounds<Variant>,
): number[] {
  return variants.map((variant) => {
    const different = [...new Set(rounds[variant])]
    const [count] = different
    if (count === undefined || different.length > 1)
      throw new Error(`Not the same each time with ${variant}: ${different.join(', ')}.`)
    return count
  })
}
