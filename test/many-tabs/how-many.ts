const isBrief = process.env.TABS === 'few'

/** With so many tabs it is tried: with `TABS=few` only with the most of them, up to ten. */
export const withTabs = (...counts: number[]): number[] =>
  isBrief ? counts.filter((count) => count <= 10).slice(-1) : counts
