import {
  errorOf,
  failureOf,
  notProvided,
  outputOf,
  type SessionAnswer,
  type SessionFailure,
  type SignInInput,
  type SignInOutcome,
} from 'sessionchart/machines/session'
import { assign, fromCallback, fromPromise, raise, setup } from 'xstate'
import type { PostReply } from './post-reply'

/** A provider as the server lists it; that it lists no such provider; or one that this client cannot use. */
export type FoundProvider =
  | { type: 'found'; kind: string }
  | { type: 'unknown'; failure: SessionFailure }
  | { type: 'unsupported'; failure: SessionFailure }

interface SignInContext extends SignInInput {
  kind: string
  attempts: number
  doubt: SessionFailure | null
  outcome: SignInOutcome
}

const fail = (failure: SessionFailure): Partial<SignInContext> => ({ outcome: { type: 'failed', failure } })

/**
 * One sign-in: the providers, the token, the post, and the read after it. The session chart runs it. Its output is a
 * `SignInOutcome`, also when something fails.
 *
 * @example
 * ```ts
 * const [asking] = initialTransition(signInMachine, { id: '1', provider: 'github', redirect: 'always' })
 * asking.matches({ flow: 'readingProviders' }) // true
 * ```
 */
export const signInMachine = setup({
  types: {
    context: {} as SignInContext,
    input: {} as SignInInput,
    output: {} as SignInOutcome,
    events: {} as { type: 'page.unloading' } | { type: 'flow.ended' },
  },
  actors: {
    readProviders: fromPromise<FoundProvider, { id: string }>(notProvided),
    readCsrfToken: fromPromise<void, { id: string }>(notProvided),
    postSignIn: fromPromise<PostReply, { id: string }>(notProvided),
    readSession: fromPromise<SessionAnswer, { trigger: 'sign-in' }>(notProvided),
    watchUnloading: fromCallback<{ type: 'page.unloading' }>(() => {}),
  },
  guards: {
    isFound: ({ event }) => outputOf<FoundProvider>(event).type === 'found',
    isUnsupported: ({ event }) => outputOf<FoundProvider>(event).type === 'unsupported',
    alwaysRedirects: ({ context }) => context.redirect === 'always',
    mayAskAgain: ({ context, event }) =>
      outputOf<PostReply>(event).type === 'csrf-rejected' && context.attempts === 0,
    redirects: ({ context }) =>
      context.redirect === 'always' ||
      (context.redirect === 'oauth' && context.kind !== 'credentials' && context.kind !== 'email'),
    isAccepted: ({ event }) => outputOf<PostReply>(event).type === 'accepted',
    isRefusedAfterAll: ({ context, event }) =>
      context.doubt !== null && outputOf<SessionAnswer>(event).type === 'signed-out',
    /** It came to nothing, and the caller would be shown so on another page or by a rejection. */
    isLoudFailure: ({ context: { redirect, outcome } }) =>
      redirect === 'always' &&
      (outcome.type === 'failed' || (outcome.type === 'redirect' && outcome.because === 'failure')),
  },
  actions: {
    noteKind: assign(({ event }) => ({ kind: outputOf<{ kind: string }>(event).kind })),
    countAttempt: assign({ attempts: ({ context }) => context.attempts + 1 }),
    noteAnswer: assign(({ event }) => ({ outcome: { type: 'answered', answer: outputOf(event) } })),
    noteDoubt: assign(({ event }) => ({
      doubt: outputOf<{ doubt?: SessionFailure }>(event).doubt ?? null,
    })),
    noteDoubtfulRefusal: assign(({ context }) => fail(context.doubt as SessionFailure)),
    noteRedirect: assign({ outcome: { type: 'redirect', because: 'answer' } }),
    noteErrorPage: assign({ outcome: { type: 'redirect', because: 'failure' } }),
    noteRefusal: assign(({ event }) => fail(outputOf<{ failure: SessionFailure }>(event).failure)),
    noteFailure: assign(({ event }) => fail(failureOf(errorOf(event)))),
    noteStranded: assign({ outcome: { type: 'stranded' } }),
    endFlow: raise({ type: 'flow.ended' }),
    // Given by the client.
    reportFault: () => {},
  },
  delays: { unloadLimit: 10_000 },
}).createMachine({
  id: 'signIn',
  description: 'One sign-in by the Auth.js protocol: provider, csrf token, post, and the session it makes.',
  context: ({ input }) => ({
    ...input,
    kind: '',
    attempts: 0,
    doubt: null,
    outcome: { type: 'failed', failure: { code: 'network', message: 'The sign-in did not run.' } },
  }),
  type: 'parallel',
  states: {
    flow: {
      description: 'The requests, one after the other.',
      initial: 'readingProviders',
      states: {
        readingProviders: {
          description: 'Asks the server which providers it has and of what kind the wanted one is.',
          invoke: {
            src: 'readProviders',
            input: ({ context }) => ({ id: context.id }),
            onDone: [
              { guard: 'isFound', target: 'readingCsrf', actions: 'noteKind' },
              { guard: 'isUnsupported', target: 'failed', actions: 'noteRefusal' },
              { guard: 'alwaysRedirects', target: 'redirected', actions: 'noteRedirect' },
              { target: 'failed', actions: 'noteRefusal' },
            ],
            onError: [
              { guard: 'alwaysRedirects', target: 'redirected', actions: 'noteErrorPage' },
              { target: 'failed', actions: 'noteFailure' },
            ],
          },
        },
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
          description: 'Posts the credentials, or the wish to be sent to the provider.',
          invoke: {
            src: 'postSignIn',
            input: ({ context }) => ({ id: context.id }),
            onDone: [
              { guard: 'mayAskAgain', target: 'readingCsrf', actions: 'countAttempt' },
              { guard: 'redirects', target: 'redirected', actions: 'noteRedirect' },
              { guard: 'isAccepted', target: 'readingSession', actions: 'noteDoubt' },
              { target: 'failed', actions: 'noteRefusal' },
            ],
            onError: { target: 'failed', actions: 'noteFailure' },
          },
        },
        readingSession: {
          description: 'Reads the session that the sign-in has made.',
          invoke: {
            src: 'readSession',
            input: { trigger: 'sign-in' },
            onDone: [
              { guard: 'isRefusedAfterAll', target: 'failed', actions: 'noteDoubtfulRefusal' },
              { target: 'answered', actions: 'noteAnswer' },
            ],
            onError: { target: 'failed', actions: 'noteFailure' },
          },
        },
        answered: {
          type: 'final',
          entry: 'endFlow',
          description: 'The server has answered with the session as it is now.',
        },
        redirected: {
          type: 'final',
          entry: 'endFlow',
          description: 'The browser is to go to the URL that the server named.',
        },
        failed: {
          type: 'final',
          entry: 'endFlow',
          description: 'Nobody was signed in; the outcome says why.',
        },
      },
    },

    page: {
      description: 'Whether the user stays to see how it ends.',
      initial: 'staying',
      invoke: { src: 'watchUnloading', onError: { target: '.staying', actions: 'reportFault' } },
      states: {
        staying: {
          description: 'The page stays.',
          on: { 'page.unloading': { target: 'unloading' }, 'flow.ended': { target: 'stayed' } },
        },
        unloading: {
          description:
            'The user is on the way to another page: a request that fails now is no reason for an error page.',
          after: { unloadLimit: { target: 'staying' } },
          on: {
            'flow.ended': [
              { guard: 'isLoudFailure', target: 'stranded', actions: 'noteStranded' },
              { target: 'stayed' },
            ],
          },
        },
        stayed: { type: 'final', description: 'Whoever called hears how it ended.' },
        stranded: { type: 'final', description: 'It came to nothing, and nobody is left to be told.' },
      },
    },
  },
  output: ({ context }) => context.outcome,
})
