import {
  errorOf,
  failureOf,
  notProvided,
  type OperationInput,
  outputOf,
  type SessionFailure,
  type SignOutOutcome,
} from 'sessionchart/machines/session'
import { assign, fromPromise, setup } from 'xstate'
import type { PostReply } from './post-reply'

type Accepted = Extract<PostReply, { type: 'accepted' }>

interface SignOutContext extends OperationInput {
  attempts: number
  outcome: SignOutOutcome
}

const fail = (failure: SessionFailure): Partial<SignOutContext> => ({ outcome: { type: 'failed', failure } })

/**
 * One sign-out: the token, and the post. The session chart runs it. Its output is a `SignOutOutcome`, also when something
 * fails.
 *
 * @example
 * ```ts
 * const [asking] = initialTransition(signOutMachine, { id: '1', redirect: 'never' })
 * asking.value // 'readingCsrf'
 * ```
 */
export const signOutMachine = setup({
  types: {
    context: {} as SignOutContext,
    input: {} as OperationInput,
    output: {} as SignOutOutcome,
  },
  actors: {
    readCsrfToken: fromPromise<void, { id: string }>(notProvided),
    postSignOut: fromPromise<PostReply, { id: string }>(notProvided),
  },
  guards: {
    mayAskAgain: ({ context, event }) =>
      outputOf<PostReply>(event).type === 'csrf-rejected' && context.attempts === 0,
    isAccepted: ({ event }) => outputOf<PostReply>(event).type === 'accepted',
    isAcceptedAndRedirects: ({ context, event }) =>
      context.redirect === 'always' && outputOf<PostReply>(event).type === 'accepted',
  },
  actions: {
    countAttempt: assign({ attempts: ({ context }) => context.attempts + 1 }),
    noteSignedOut: assign(({ event }) => {
      const { at, sentAt, epoch } = outputOf<Accepted>(event)
      return { outcome: { type: 'signed-out', at, sentAt, epoch } }
    }),
    noteRedirect: assign({ outcome: { type: 'redirect' } }),
    noteRefusal: assign(({ event }) => fail(outputOf<{ failure: SessionFailure }>(event).failure)),
    noteFailure: assign(({ event }) => fail(failureOf(errorOf(event)))),
  },
}).createMachine({
  id: 'signOut',
  description: 'One sign-out by the Auth.js protocol: csrf token and post. The answer of the post is final.',
  context: ({ input }) => ({
    ...input,
    attempts: 0,
    outcome: { type: 'failed', failure: { code: 'network', message: 'The sign-out did not run.' } },
  }),
  initial: 'readingCsrf',
  states: {
    readingCsrf: {
      description: 'Gets the token that proves that the post comes from the app.',
      invoke: {
        src: 'readCsrfToken',
        input: ({ context }) => ({ id: context.id }),
        onDone: { target: 'posting' },
        onError: { target: 'failed', actions: 'noteFailure' },
      },
    },
    posting: {
      description: 'Posts the sign-out.',
      invoke: {
        src: 'postSignOut',
        input: ({ context }) => ({ id: context.id }),
        onDone: [
          { guard: 'mayAskAgain', target: 'readingCsrf', actions: 'countAttempt' },
          { guard: 'isAcceptedAndRedirects', target: 'redirected', actions: 'noteRedirect' },
          { guard: 'isAccepted', target: 'signedOut', actions: 'noteSignedOut' },
          { target: 'failed', actions: 'noteRefusal' },
        ],
        onError: { target: 'failed', actions: 'noteFailure' },
      },
    },
    signedOut: { type: 'final', description: 'The server has ended the session.' },
    redirected: {
      type: 'final',
      description: 'The server has ended the session, and the browser is to go to the URL that it named.',
    },
    failed: { type: 'final', description: 'The session goes on; the outcome says why.' },
  },
  output: ({ context }) => context.outcome,
})
