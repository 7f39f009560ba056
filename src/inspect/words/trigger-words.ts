import type { AnswerTrigger } from 'sessionchart/machines/session'

/** When something was found out, by what led to it: these words come after a time. */
export const triggerWords: Record<AnswerTrigger, string> = {
  mount: 'when the page was loaded',
  poll: 'when a poll was due',
  focus: 'when the tab came to the front',
  reconnect: 'when the network was back',
  restored: 'when the page was back after it had been left',
  stayed: 'when the page was still here though the browser had been told to leave it',
  expiry: 'when the session had come to its end',
  navigation: 'when refetchKey had changed',
  'other-tab': 'when another tab had news',
  'other-tab-sign-out': 'when another tab had signed out',
  'other-tab-silent': 'when another tab did not say what had become of its sign-in, sign-out or update',
  prop: 'when the session prop had changed',
  call: 'when the app asked',
  retry: 'when it was asked again after a failure',
  conflict: 'when another tab had changed who is signed in meanwhile',
  update: 'in answer to an update',
  'sign-in': 'after a sign-in',
  'sign-out': 'after a sign-out',
  app: 'by the session prop',
}
