import { type OperationInput, signOutMachine } from 'sessionchart/machines'
import { begin, proceed } from '../chart'
import { ends } from '../events'
import { NOW, THEN } from '../fixtures'

export const startWith = (redirect: OperationInput['redirect']) =>
  begin(signOutMachine, { id: 's1', redirect }).snapshot
export const csrf = { code: 'csrf', message: 'The csrf token was rejected.' } as const
export const accepted = ends('postSignOut', { type: 'accepted', at: THEN, sentAt: NOW, epoch: 7 })
export const csrfRejected = ends('postSignOut', { type: 'csrf-rejected', failure: csrf })
export const posting = (redirect: OperationInput['redirect'] = 'never') =>
  proceed(startWith(redirect), ends('readCsrfToken'))
export const postingAgain = (redirect: OperationInput['redirect'] = 'never') =>
  proceed(posting(redirect), csrfRejected, ends('readCsrfToken'))
