/** A span of time, `3.2 s`. Rounded up: it is not over before. */
export const secondsWords = (milliseconds: number): string =>
  `${(Math.ceil(Math.max(0, milliseconds) / 100) / 10).toFixed(1)} s`
