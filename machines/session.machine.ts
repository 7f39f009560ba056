import { and, assign, emit, fromCallback, fromPromise, not, raise, setup, stateIn } from 'xstate'
import { notProvided } from './not-provided'
import type { OperationLogic } from './operation-logic'
import type { OperationInput, SignInInput, SignInOutcome, SignOutOutcome } from './operation-outcome'
import * as change from './session.actions'
import * as announce from './session.announcements'
import { sessionGuards } from './session.guards'
import type { SessionAnswer } from './session-answer'
import type { AnswerTrigger } from './session-cause'
import type { SessionContext, SessionInput } from './session-context'
import type { SessionEmitted, SessionEvent } from './session-events'
import type { SessionTag } from './session-tag'

const SECOND_MS = 1_000

export const sessionMachine = setup({
  types: {
    context: {} as SessionContext,
    events: {} as SessionEvent,
    emitted: {} as SessionEmitted,
    input: {} as SessionInput,
    tags: {} as SessionTag,
  },
  actors: {
    readSession: fromPromise<SessionAnswer, { trigger: AnswerTrigger }>(notProvided),
    updateSession: fromPromise<SessionAnswer, { id: string }>(notProvided),
    signIn: fromPromise(notProvided) as unknown as OperationLogic<SignInInput, SignInOutcome>,
    signOut: fromPromise(notProvided) as unknown as OperationLogic<OperationInput, SignOutOutcome>,
    navigate: fromPromise<void, { id: string }>(notProvided),
    alarm: fromPromise<{ at: number }, { dueAt: number }>(notProvided),
    watchNetwork: fromCallback<SessionEvent>(() => {}),
    watchVisibility: fromCallback<SessionEvent>(() => {}),
    listenToTabs: fromCallback<SessionEvent>(() => {}),
  },
  guards: {
    ...sessionGuards,
    isLoading: stateIn({ status: 'loading' }),
    laneIsHeld: and([stateIn({ request: 'held' }), not('hasUpdates')]),
    operationRuns: not(stateIn({ operation: 'idle' })),
  },
  actions: {
    storeAnswer: assign(change.storeAnswer),
    storeFailure: assign(change.storeFailure),
    storeEnd: assign(change.storeEnd),
    storeUnreachable: assign(change.storeUnreachable),
    storeProvided: assign(change.storeProvided),
    storeSettings: assign(change.storeSettings),
    retireSeen: assign(change.retireSeen),
    noteOnline: assign({ online: true }),
    noteOffline: assign({ online: false }),
    noteTrigger: assign(change.noteTrigger),
    keepWish: assign(change.keepWish),
    keepTrigger: assign(change.keepTrigger),
    takeWish: assign(change.takeWish),
    forgetWish: assign({ wish: null }),
    noteMount: assign({ trigger: 'mount' }),
    noteCall: assign({ trigger: 'call' }),
    noteRetry: assign({ trigger: 'retry' }),
    noteUpdate: assign({ trigger: 'update' }),
    addReader: assign(change.addReader),
    addLater: assign(change.addLater),
    forgetReaders: assign(change.forgetReaders),
    addUpdate: assign(change.addUpdate),
    forgetUpdate: assign(change.forgetUpdate),
    noteOperation: assign(change.noteOperation),
    schedulePoll: assign(change.schedulePoll),
    advancePoll: assign(change.advancePoll),
    forgetPoll: assign({ pollDueAt: null }),

    freeLane: raise(announce.laneFreed),
    beginOperation: raise({ type: 'operation.began' }),
    endOperation: raise({ type: 'operation.ended' }),
    publishAnswer: raise(announce.answered),
    publishFault: raise(announce.readFaulted),
    publishSignIn: raise(announce.signInAnswered),
    publishSignOut: raise(announce.signOutAnswered),
    publishProvided: raise(announce.propAnswered),
    endSession: raise(announce.ended),
    assumeOnline: raise(announce.networkRestored),
    refetch: raise(announce.refetchWanted),
    refetchAfterLeaving: raise(announce.refetchAfterLeaving),

    settleReaders: emit(announce.readersSettled),
    settleUpdate: emit(announce.updateSettled),
    settleOperation: emit(announce.operationSettled),
    settleCall: emit(announce.callSettled),
    refuseCall: emit(announce.callRefused),
    reportChange: emit(announce.changed),
    reportFailure: emit(announce.failed),
    reportFault: emit(announce.faulted),

    // Given by the client: the chart only says when.
    tellTabsOfChange: () => {},
    tellTabsOfSignOut: () => {},
  },
  delays: {
    leaveLimit: 10 * SECOND_MS,
    offlineRetry: 60 * SECOND_MS,
    // Its end is a second earlier.
    confirmLimit: announce.CONFIRM_MS - SECOND_MS,
  },
}).createMachine({
  id: 'session',
  description: 'The session of a browser tab: what the app sees, and how it is asked for and kept.',
  context: ({ input }) => ({
    ...input.memory,
    settings: input.settings,
    online: true,
    trigger: 'mount',
    readers: [],
    later: [],
    updates: [],
    wish: null,
    limitedAt: null,
    operation: null,
    pollDueAt: null,
  }),
  type: 'parallel',
  states: {
    status: {
      description: 'What the app sees.',
      initial: 'starting',
      on: {
        'session.provided': [
          { guard: 'ignoresProp', actions: 'storeProvided' },
          {
            guard: 'isOutdated',
            actions: ['storeProvided', { type: 'refetch', params: { trigger: 'prop' } }],
          },
          {
            actions: ['storeProvided', 'publishProvided', { type: 'refetch', params: { trigger: 'prop' } }],
          },
        ],
        'session.answered': [
          { guard: 'answersSignIn', target: '.authenticated', actions: ['storeAnswer', 'reportChange'] },
          { guard: 'answersSession', target: '.authenticated', actions: 'storeAnswer' },
          {
            guard: 'answersSignOut',
            target: '.unauthenticated.known',
            actions: ['storeAnswer', 'reportChange'],
          },
          { target: '.unauthenticated.known', actions: 'storeAnswer' },
        ],
        'session.failed': { actions: ['storeFailure', 'reportFailure'] },
      },
      states: {
        starting: {
          description: 'Looks at what the app has brought along.',
          always: [
            { guard: 'isSignedInSeed', target: 'authenticated' },
            { guard: 'isUnreachableSeed', target: 'unauthenticated.unreachable' },
            { guard: 'isSignedOutSeed', target: 'unauthenticated.known' },
            { target: 'loading' },
          ],
        },
        loading: {
          tags: 'loading',
          description: 'Nobody has said yet who is signed in.',
          on: {
            'session.failed': {
              target: 'unauthenticated.unreachable',
              actions: ['storeFailure', 'storeUnreachable', 'reportFailure'],
            },
          },
        },
        authenticated: {
          tags: 'authenticated',
          description: 'Somebody is signed in. Only a known answer changes that, never a failure.',
          on: {
            'session.answered': [
              { guard: 'answersOtherUser', actions: ['storeAnswer', 'reportChange'] },
              { guard: 'answersSession', actions: 'storeAnswer' },
              { target: 'unauthenticated.known', actions: ['storeAnswer', 'reportChange'] },
            ],
            'session.ended': {
              target: 'unauthenticated.known',
              actions: ['retireSeen', 'storeEnd', 'reportChange'],
            },
          },
        },
        unauthenticated: {
          tags: 'unauthenticated',
          description: 'Nobody is signed in, as far as is known.',
          initial: 'known',
          states: {
            known: {
              tags: 'signed-out',
              description: 'The server, a sign-out, or the app has said so.',
              on: {
                'session.answered': [
                  {
                    guard: 'answersSession',
                    target: '#session.status.authenticated',
                    actions: ['storeAnswer', 'reportChange'],
                  },
                  { actions: 'storeAnswer' },
                ],
              },
            },
            unreachable: {
              description:
                'The first read failed. It is tried again; nothing that needs certainty acts on this.',
            },
          },
        },
      },
    },

    request: {
      description: 'The one lane to the server.',
      initial: 'choosing',
      on: {
        'session.refetch': {
          guard: 'mayAsk',
          target: '.reading',
          actions: ['noteTrigger', 'addReader'],
        },
        'session.update': { target: '.updating', actions: 'addUpdate' },
        'settings.changed': {
          guard: 'changesRefetchKey',
          actions: { type: 'refetch', params: { trigger: 'navigation' } },
        },
        'operation.began': { target: '.held' },
      },
      states: {
        choosing: {
          description: 'Picks what is next, once every region has heard how the last request ended.',
          entry: 'freeLane',
          on: {
            'session.refetch': { guard: 'mayAsk', actions: ['addReader', 'keepWish'] },
            'lane.freed': [
              { guard: 'hasUpdates', target: 'updating' },
              { guard: 'operationRuns', target: 'held' },
              { guard: 'hasReaders', target: 'reading', actions: 'noteCall' },
              { guard: 'hasEarlyWish', target: 'resting' },
              { guard: 'hasWish', target: 'reading', actions: 'takeWish' },
              { guard: 'isLoading', target: 'reading', actions: 'noteMount' },
              { guard: 'hasFailed', target: 'waiting' },
              { target: 'idle' },
            ],
          },
        },
        idle: {
          description: 'Nothing is asked. What could not be asked offline is asked about when that is over.',
          entry: 'forgetWish',
          on: {
            'session.refetch': [
              { guard: 'isAnsweredAlready', description: 'The last answer will do.' },
              { guard: 'comesTooSoon', target: 'resting', actions: 'keepWish' },
            ],
          },
        },
        resting: {
          tags: 'doubted',
          description:
            'A reason to read that can wait does so until the last such read is a few seconds old.',
          invoke: {
            src: 'alarm',
            input: ({ context }) => ({ dueAt: (context.limitedAt ?? 0) + context.settings.refetchLimitMs }),
            onDone: { target: 'choosing' },
            onError: { target: 'choosing', actions: 'reportFault' },
          },
          on: {
            'session.refetch': { guard: 'comesTooSoon', description: 'Waits with the other one.' },
          },
        },
        reading: {
          tags: 'fetching',
          description: 'A read is out. Leaving this state aborts it.',
          entry: 'forgetWish',
          invoke: {
            src: 'readSession',
            input: ({ context }) => ({ trigger: context.trigger }),
            onDone: { target: 'choosing', actions: ['settleReaders', 'forgetReaders', 'publishAnswer'] },
            onError: {
              target: 'waiting.paused',
              actions: ['settleReaders', 'forgetReaders', 'publishFault', 'reportFault'],
            },
          },
          on: {
            'session.refetch': [
              { guard: 'wouldStarve', actions: 'addLater' },
              { guard: 'comesTooSoon', actions: 'keepWish' },
              {
                guard: 'interrupts',
                target: 'reading',
                reenter: true,
                actions: ['noteTrigger', 'addReader'],
              },
              { description: 'Joins the read that is out.' },
            ],
            'session.update': [
              { guard: 'isLoading', actions: 'addUpdate' },
              { target: 'updating', actions: ['addUpdate', 'keepTrigger'] },
            ],
            'operation.began': [
              { guard: 'hasUpdates', target: 'updating', actions: 'keepTrigger' },
              { target: 'held', actions: 'keepTrigger' },
            ],
            'page.left': { target: 'suspended', actions: 'keepTrigger' },
          },
        },
        updating: {
          tags: ['fetching', 'updating'],
          description: 'An update is out; it is never aborted. Other calls queue behind it.',
          entry: 'noteUpdate',
          invoke: {
            src: 'updateSession',
            input: ({ context }) => ({ id: context.updates[0] as string }),
            onDone: [
              {
                guard: 'isKnown',
                target: 'choosing',
                actions: ['settleUpdate', 'forgetUpdate', 'publishAnswer', 'tellTabsOfChange'],
              },
              { target: 'choosing', actions: ['settleUpdate', 'forgetUpdate', 'publishAnswer'] },
            ],
            onError: {
              target: 'choosing',
              actions: ['settleUpdate', 'forgetUpdate', 'publishFault', 'reportFault'],
            },
          },
          on: {
            'session.refetch': [
              { guard: 'interrupts', actions: ['addReader', 'keepWish'] },
              { description: 'Joins what is under way.' },
            ],
            'session.update': { actions: 'addUpdate' },
            'operation.began': {
              description: 'A sign-in or sign-out waits until the update has its answer.',
            },
          },
        },
        waiting: {
          description: 'The last request failed; it is tried again after a pause that grows.',
          entry: 'forgetWish',
          initial: 'counting',
          always: [
            { guard: 'hasUpdates', target: 'updating' },
            { guard: 'hasReaders', target: 'reading', actions: 'noteCall' },
          ],
          on: {
            'session.refetch': [
              { guard: 'endsBackOff', target: 'reading', actions: ['noteTrigger', 'addReader'] },
              { description: 'Waits with the rest.' },
            ],
          },
          states: {
            counting: {
              description: 'Waits for the time of the next try.',
              invoke: {
                src: 'alarm',
                input: ({ context }) => ({ dueAt: context.retryAt }),
                onDone: { target: '#session.request.reading', actions: 'noteRetry' },
                onError: { target: 'paused', actions: 'reportFault' },
              },
              always: { guard: 'isOffline', target: 'paused' },
            },
            paused: {
              description:
                'The browser says that it is offline, or an effect has broken. A try a minute all the same.',
              after: { offlineRetry: { target: '#session.request.reading', actions: 'noteRetry' } },
            },
          },
        },
        suspended: {
          description:
            'The page was left, and an open request could keep it out of the back/forward cache. It is sent anew.',
          after: { leaveLimit: { target: 'choosing' } },
          on: {
            'session.refetch': { guard: 'mayAsk', actions: ['addReader', 'keepWish'] },
            'page.restored': { target: 'choosing' },
          },
        },
        held: {
          description: 'A sign-in or sign-out is changing who is signed in: nothing else is asked meanwhile.',
          on: {
            'session.refetch': { guard: 'mayAsk', actions: ['addReader', 'keepWish'] },
            'session.update': { actions: 'addUpdate' },
            'operation.ended': { target: 'choosing' },
          },
        },
      },
    },

    operation: {
      description: 'The sign-in or sign-out that is running: one at a time.',
      initial: 'idle',
      on: {
        'session.signIn': { actions: 'refuseCall' },
        'session.signOut': { actions: 'refuseCall' },
        'session.leave': { actions: 'refuseCall' },
      },
      states: {
        idle: {
          description: 'Nobody is signing in or out.',
          on: {
            'session.signIn': { target: 'signingIn', actions: ['noteOperation', 'beginOperation'] },
            'session.signOut': { target: 'signingOut', actions: ['noteOperation', 'beginOperation'] },
            'session.leave': { target: 'leaving', actions: ['noteOperation', 'beginOperation'] },
          },
        },
        signingIn: {
          tags: 'signing-in',
          description: 'Somebody is signing in.',
          initial: 'queued',
          states: {
            queued: {
              description: 'Waits until the lane is free of an update.',
              always: { guard: 'laneIsHeld', target: 'asking' },
            },
            asking: {
              description: 'The sign-in chart runs.',
              invoke: {
                src: 'signIn',
                input: ({ context }: { context: SessionContext }) => context.operation as SignInInput,
                onDone: [
                  {
                    guard: 'isAccepted',
                    target: '#session.operation.idle',
                    actions: [
                      'retireSeen',
                      'settleOperation',
                      'publishSignIn',
                      'endOperation',
                      'tellTabsOfChange',
                    ],
                  },
                  { guard: 'isRedirect', target: '#session.operation.leaving' },
                  { target: '#session.operation.idle', actions: ['settleOperation', 'endOperation'] },
                ],
                onError: {
                  target: '#session.operation.idle',
                  actions: ['settleOperation', 'endOperation', 'reportFault'],
                },
              },
            },
          },
        },
        signingOut: {
          tags: 'signing-out',
          description: 'Somebody is signing out.',
          initial: 'queued',
          states: {
            queued: {
              description: 'Waits until the lane is free of an update.',
              always: { guard: 'laneIsHeld', target: 'asking' },
            },
            asking: {
              description: 'The sign-out chart runs.',
              invoke: {
                src: 'signOut',
                input: ({ context }: { context: SessionContext }) => context.operation as OperationInput,
                onDone: [
                  {
                    guard: 'isSignedOut',
                    target: '#session.operation.idle',
                    actions: [
                      'retireSeen',
                      'settleOperation',
                      'publishSignOut',
                      'endOperation',
                      'tellTabsOfSignOut',
                    ],
                  },
                  {
                    guard: 'isRedirect',
                    target: '#session.operation.leaving',
                    actions: ['retireSeen', 'tellTabsOfSignOut'],
                  },
                  { target: '#session.operation.idle', actions: ['settleOperation', 'endOperation'] },
                ],
                onError: {
                  target: '#session.operation.idle',
                  actions: ['settleOperation', 'endOperation', 'reportFault'],
                },
              },
            },
          },
        },
        leaving: {
          tags: 'leaving',
          description: 'The browser was told to go elsewhere. What the app sees stays as it is.',
          initial: 'departing',
          on: {
            'session.leave': { actions: 'settleCall' },
            'page.restored': { target: 'idle' },
          },
          after: { leaveLimit: { target: 'idle' } },
          exit: ['endOperation', 'refetchAfterLeaving'],
          states: {
            departing: {
              description: 'Tells the browser where to go.',
              invoke: {
                src: 'navigate',
                input: ({ context }) => ({ id: context.operation?.id as string }),
                onDone: { target: 'departed' },
                onError: { target: '#session.operation.idle' },
              },
              exit: 'settleOperation',
            },
            departed: {
              description: 'Waits for the page to go away. A user who can still sign in or out has stayed.',
              on: {
                'session.signIn': { target: '#session.operation.signingIn', actions: 'noteOperation' },
                'session.signOut': { target: '#session.operation.signingOut', actions: 'noteOperation' },
                'session.update': { target: '#session.operation.idle' },
              },
            },
          },
        },
      },
    },

    polling: {
      description: 'The interval at which the server is asked again.',
      initial: 'choosing',
      on: {
        'settings.changed': { target: '.choosing', actions: 'storeSettings' },
      },
      states: {
        choosing: {
          description: 'Looks whether to poll.',
          always: [
            { guard: 'isPollingOff', target: 'off' },
            { guard: 'pausesPolling', target: 'paused' },
            { target: 'waiting' },
          ],
        },
        off: {
          description: 'No interval is set, or nobody is signed in.',
          entry: 'forgetPoll',
          on: { 'session.answered': { guard: 'answersSession', target: 'choosing' } },
        },
        waiting: {
          description: 'Waits for the next poll.',
          entry: 'schedulePoll',
          invoke: {
            src: 'alarm',
            input: ({ context }) => ({ dueAt: context.pollDueAt as number }),
            onDone: {
              target: 'waiting',
              reenter: true,
              actions: ['advancePoll', { type: 'refetch', params: { trigger: 'poll' } }],
            },
            onError: { target: 'off', actions: 'reportFault' },
          },
          on: {
            'session.answered': { guard: 'answersNobody', target: 'off' },
            'session.ended': { target: 'off' },
            'network.lost': { guard: 'pausesWhenOffline', target: 'paused' },
          },
        },
        paused: {
          description: 'Offline, and told not to poll meanwhile. A poll that falls due is made up for.',
          on: {
            'session.answered': { guard: 'answersNobody', target: 'off' },
            'session.ended': { target: 'off' },
            'network.restored': { target: 'waiting' },
          },
        },
      },
    },

    lifetime: {
      description:
        'How long the session lasts. Nothing is asked before its end: that could keep it alive for ever.',
      initial: 'choosing',
      on: {
        'session.answered': { target: '.choosing' },
        'settings.changed': { target: '.choosing' },
      },
      states: {
        choosing: {
          description: 'Looks how long it still is.',
          always: [
            { guard: 'hasNoDeadline', target: 'open' },
            { guard: 'isWarnedLater', target: 'running' },
            { target: 'expiring' },
          ],
        },
        open: { description: 'Nobody is signed in, or nothing is known of an end.' },
        running: {
          description: 'The end is not near.',
          invoke: {
            src: 'alarm',
            input: ({ context }) => ({
              dueAt: (context.expiresAt as number) - context.settings.expiryWarningMs,
            }),
            onDone: { target: 'expiring' },
            onError: { target: 'open', actions: 'reportFault' },
          },
        },
        expiring: {
          tags: 'expiring',
          description: 'The session is about to end, unless somebody does something.',
          invoke: {
            src: 'alarm',
            // A second later, so that the server agrees.
            input: ({ context }) => ({ dueAt: (context.expiresAt as number) + SECOND_MS }),
            onDone: [
              { guard: 'endsUnasked', target: 'open', actions: 'endSession' },
              { target: 'confirming', actions: { type: 'refetch', params: { trigger: 'expiry' } } },
            ],
            onError: { target: 'open', actions: 'reportFault' },
          },
        },
        confirming: {
          tags: 'expiring',
          description: 'The session has ended unless the server knows better. It is still shown.',
          after: { confirmLimit: { target: 'open', actions: 'endSession' } },
          on: { 'session.failed': { target: 'open', actions: 'endSession' } },
        },
      },
    },

    network: {
      description: 'What the browser says about the network. It may be wrong.',
      initial: 'online',
      invoke: {
        src: 'watchNetwork',
        onError: { target: '.online', actions: ['noteOnline', 'assumeOnline', 'reportFault'] },
      },
      on: {
        'network.lost': { target: '.offline', actions: 'noteOffline' },
      },
      states: {
        online: { description: 'The browser has not said that it is offline.' },
        offline: {
          description: 'The browser says that it is offline.',
          on: {
            'network.restored': {
              target: 'online',
              actions: ['noteOnline', { type: 'refetch', params: { trigger: 'reconnect' } }],
            },
          },
        },
      },
    },

    visibility: {
      description: 'Whether the tab can be seen.',
      initial: 'visible',
      invoke: { src: 'watchVisibility', onError: { target: '.visible', actions: 'reportFault' } },
      on: {
        'tab.becameVisible': [
          {
            guard: 'refetchesOnFocus',
            target: '.visible',
            actions: { type: 'refetch', params: { trigger: 'focus' } },
          },
          { target: '.visible' },
        ],
        'tab.becameHidden': { target: '.hidden' },
        'page.left': { target: '.away' },
      },
      states: {
        visible: { description: 'The tab is in front.' },
        hidden: { description: 'The tab is in the background.' },
        away: {
          description: 'The page was left, and may come back out of the back/forward cache.',
          on: {
            'tab.becameVisible': { description: 'It is not back yet.' },
            'tab.becameHidden': { description: 'It is gone already.' },
            'page.restored': {
              target: 'visible',
              actions: { type: 'refetch', params: { trigger: 'restored' } },
            },
          },
        },
      },
    },

    tabs: {
      description: 'What other tabs of the browser say, those that run next-auth included.',
      initial: 'listening',
      states: {
        listening: {
          description: 'Hears other tabs.',
          invoke: { src: 'listenToTabs', onError: { target: 'alone', actions: 'reportFault' } },
          on: {
            'otherTab.changed': { actions: { type: 'refetch', params: { trigger: 'other-tab' } } },
            'otherTab.signedOut': { actions: { type: 'refetch', params: { trigger: 'other-tab-sign-out' } } },
            'tabs.unavailable': { target: 'alone' },
            'page.left': { target: 'silent' },
          },
        },
        silent: {
          description:
            'The page was left: a message would drop it from the back/forward cache. What is missed is read for.',
          on: { 'page.restored': { target: 'listening' } },
        },
        alone: {
          description:
            'The browser has no way to talk to other tabs, or forbids it, or what does it was not loaded.',
          on: { 'network.restored': { target: 'listening' } },
        },
      },
    },
  },
})
