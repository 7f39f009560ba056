import { allowedUrl } from './allowed-url'
import type { AuthCallbacks } from './callbacks'
import type { Asked } from './request'
import type { Visitor } from './visitor'

/**
 * The cookies beside that of the session, of one visitor. They are kept and not sent: msw cannot set an HttpOnly
 * cookie, and would write down what it keeps itself in the `localStorage` of the page.
 */
export interface Cookies {
  csrfToken: string
  /** Whether the token came along that the browser has been given. */
  isVerified(asked: Asked): boolean
  /**
   * Where the visitor wants to go, as far as it may be.
   *
   * @throws whatever the app's callback throws, and a TypeError for what is no URL.
   */
  callbackUrl(asked: Asked): Promise<string>
  /** An answer that sets the cookies was given. */
  keep(callbackUrl: string): void
}

// The same in every run, so that what was asked can be compared as a whole.
const csrfToken = 'c5f0'.repeat(16)

export function createCookies(callbacks: AuthCallbacks, visitor: Visitor): Cookies {
  return {
    csrfToken,
    // Without the cookie no token is right, as on a real server.
    isVerified: ({ fields }) => visitor.callbackUrl !== null && fields.csrfToken === csrfToken,
    async callbackUrl({ fields, query, origin }) {
      const url = fields.callbackUrl || query.callbackUrl || visitor.callbackUrl
      return url ? allowedUrl(callbacks, String(url), origin) : origin
    },
    keep(callbackUrl) {
      visitor.callbackUrl = callbackUrl
    },
  }
}
