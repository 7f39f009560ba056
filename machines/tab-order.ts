/**
 * The place of an answer among those of all tabs: a logical clock, so that no network and no wall clock can put an
 * old one last. An epoch is the number of a sign-in, sign-out or update; a stamp that of a request.
 * @inline
 */
export interface Order {
  epoch: number
  stamp: number
  /** The tab that asked. */
  from: string
}

/** Where a client stands that has heard nothing: before everybody. */
export const NO_ORDER: Order = { epoch: 0, stamp: 0, from: '' }

export const isAfter = (a: Order, b: Order): boolean =>
  a.epoch !== b.epoch ? a.epoch > b.epoch : a.stamp !== b.stamp ? a.stamp > b.stamp : a.from > b.from

/** The next number of a tab that has seen none above `highest`. */
export const nextNumber = (at: number, highest: number): number => Math.max(at, highest + 1)
