import type { SessionErrorCode, SessionFailure } from 'sessionchart/machines/session'

const words: Record<SessionErrorCode, string> = {
  network: 'no answer',
  timeout: 'no answer in time',
  http: '',
  parse: 'the answer said nothing about a session',
  csrf: 'the CSRF token was refused',
  credentials: 'the credentials were refused',
  providers: 'the ways to sign in could not be read',
  redirect: 'the address to go to was refused',
  busy: 'another sign-in or sign-out was running',
}

/** How a request failed, without its message and its URL: either may name somebody. */
export const failureWords = ({ code, status }: Pick<SessionFailure, 'code' | 'status'>): string =>
  [Object.hasOwn(words, code) && words[code], status ? `HTTP ${status}` : ''].filter(Boolean).join(', ') ||
  'an error that says no more'
