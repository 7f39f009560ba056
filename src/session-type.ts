import type { AuthjsSession } from 'sessionchart/authjs-session'

/**
 * Names the type of the app's session, for apps that do not augment next-auth's.
 *
 * @example
 * ```ts
 * declare module 'sessionchart' {
 *   interface Register { session: { user: { id: string }; expires: string } }
 * }
 * ```
 */
// biome-ignore lint/suspicious/noEmptyInterface: apps fill it
export interface Register {}

/** The app's session: what `Register` names, else next-auth's `Session` with the app's augmentation. */
export type Session = Register extends { session: infer S } ? S : AuthjsSession
