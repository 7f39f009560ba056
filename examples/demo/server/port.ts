const HIGHEST = 65_535

/**
 * The port that somebody has asked for, or the usual one. 0 is a free one.
 *
 * @throws RangeError when it is not the number of a port.
 */
export function readPort(asked: string | undefined, usual: number): number {
  if (!asked) return usual
  const port = Number(asked)
  if (Number.isInteger(port) && port >= 0 && port <= HIGHEST) return port
  throw new RangeError(`PORT is "${asked}". It has to be a number from 0 (any free port) to ${HIGHEST}.`)
}
