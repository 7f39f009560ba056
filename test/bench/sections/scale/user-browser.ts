/** The browser of one user with some tabs of the app, on a clock of its own that passes when it is told to. */
export interface UserBrowser {
  now(): number
  /** When each request for the session was sent that found a network, in order. */
  reads(): number[]
  /** Lets so many milliseconds pass. */
  pass(milliseconds: number): Promise<void>
  /** The tab of this number comes to the front, and the one that was there goes to the background. */
  look(tab: number): Promise<void>
  /** The server answers 503, with these headers. */
  breakDown(headers?: Record<string, string>): void
  recover(): void
  connect(isOnline: boolean): Promise<void>
  /** In how many tabs somebody is signed in. */
  signedIn(): number
  close(): void
}

interface UserPlan {
  tabs: number
  seed: number
  /** Without one it does not poll. */
  intervalSeconds: number
}

export type OpenBrowser = (plan: UserPlan) => Promise<UserBrowser>

export const STARTS_AT = Date.UTC(2030, 0, 1)
// Of the same length for all, so that what overlaps does so for all.
export const LATENCY_MS = 60
export const ANN = { user: { name: 'Ann', email: 'ann@example.com' }, expires: '2099-01-01T00:00:00.000Z' }
export const UNAVAILABLE = { status: 503, body: { message: 'Service Unavailable' } }
