import { type SignInInput, signInMachine } from 'sessionchart/machines'
import { begin, proceed } from '../chart'
import { ends } from '../events'

// The situations that the tables of a sign-in begin with, and the ways in which one ends.

export const input: SignInInput = { id: 's1', provider: 'credentials', redirect: 'never' }
export const startWith = (redirect: SignInInput['redirect']) =>
  begin(signInMachine, { ...input, redirect }).snapshot

export const found = (kind: string) => ends('readProviders', { type: 'found', kind })
export const accepted = ends('postSignIn', { type: 'accepted', at: 1, sentAt: 1, epoch: 0 })
export const csrf = { code: 'csrf', message: 'The csrf token was rejected.' } as const
export const refused = { code: 'credentials', message: 'No.' } as const
export const csrfRejected = ends('postSignIn', { type: 'csrf-rejected', failure: csrf })
export const doubtful = ends('postSignIn', { type: 'accepted', at: 1, sentAt: 1, epoch: 0, doubt: refused })
export const wrongPassword = ends('postSignIn', { type: 'refused', failure: refused })

export const posting = (kind: string, redirect: SignInInput['redirect'] = 'never') =>
  proceed(startWith(redirect), found(kind), ends('readCsrfToken'))
export const postingAgain = (redirect: SignInInput['redirect'] = 'never') =>
  proceed(posting('credentials', redirect), csrfRejected, ends('readCsrfToken'))
export const readingSession = proceed(posting('credentials'), accepted)
export const readingDoubtful = proceed(posting('credentials'), doubtful)

/** The user is on the way to another page. */
export const unload = { type: 'page.unloading' }
export const unloading = (redirect: SignInInput['redirect']) => proceed(startWith(redirect), unload)
export const postingUnloading = (redirect: SignInInput['redirect']) =>
  proceed(posting('credentials', redirect), unload)

/** A flow that ends says so to the region of the page, and takes the watching of the page with it. */
const ended = (flow: string, outcome: object) => ({
  goes: { flow, page: 'stayed' },
  notes: { outcome },
  stops: ['watchUnloading'],
  raises: ['flow.ended'],
  ends: true as const,
})
export const failed = (failure: object) => ended('failed', { type: 'failed', failure })
export const redirected = (because: string) => ended('redirected', { type: 'redirect', because })
export const answered = (answer: object) => ended('answered', { type: 'answered', answer })
export const stranded = (flow: string) => ({
  ...ended(flow, { type: 'stranded' }),
  goes: { flow, page: 'stranded' },
})
