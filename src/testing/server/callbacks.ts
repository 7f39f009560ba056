/**
 * The callbacks of an Auth.js server, by which an app decides what its sessions hold. Those of your server's own
 * configuration fit.
 */
export interface AuthCallbacks {
  /** `false` denies access, a string is where to go instead. */
  // biome-ignore lint/suspicious/noExplicitAny: the app has its own types for it, and may have any next-auth
  signIn?(params: any): unknown
  /** Where somebody may be sent. Default: to the same site. */
  // biome-ignore lint/suspicious/noExplicitAny: see above
  redirect?(params: any): unknown
  /** What the token holds. With `trigger: 'update'` it gets what the app updates with, as `session`. */
  // biome-ignore lint/suspicious/noExplicitAny: see above
  jwt?(params: any): unknown
  /** What the app sees of the token. Default: name, email and image. */
  // biome-ignore lint/suspicious/noExplicitAny: see above
  session?(params: any): unknown
}
