import type { Visitor } from './visitor'

/** A request as plain data. */
export interface PlainRequest {
  method: string
  /** Absolute. */
  url: string
  headers: Record<string, string>
  /** Empty where there is none. */
  body: string
}

/**
 * An answer as plain data. `delay` says how many milliseconds it travels, or that it never arrives. Of one that is
 * `'lost'` the browser sees what it sees without a network.
 */
export type PlainAnswer =
  | {
      type: 'reply'
      status: number
      /** Their names are in lower case. */
      headers: Record<string, string>
      body: string | null
      delay: number | 'infinite'
      /** What the browser keeps when the answer arrives: `Object.assign(visitor, cookies)`. */
      cookies: Partial<Visitor>
    }
  | { type: 'lost'; delay: number | 'infinite' }
