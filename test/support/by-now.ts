import { settle } from './time'

/** What a promise has come to when everything that needs no time has happened: `pending` if to nothing. */
export const byNow = <T>(promise: Promise<T>): Promise<T | 'pending'> =>
  Promise.race([promise, settle().then(() => 'pending' as const)])
