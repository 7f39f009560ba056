import { assign, emit, fromCallback, fromPromise, not, or, raise, setup, stateIn } from 'xstate'
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
import { type TurnInput, turnToRead, turnToWrite } from './turn-input'

const SECOND_MS = 1_000
/** How long another tab may say nothing of what it is in the middle of. */
const silenceMs = ({ context }: { context: SessionContext }) =>
  context.settings.requestTimeoutMs + 2 * SECOND_MS

/**
 * The session of a browser: who is signed in, and what is asked. Its effects are not in it: `provide` gives them, or a
 * client does, whose `actor` is this chart.
 *
 * @example
 * ```ts
 * const input = { at: 0, tabId: 'a', settings, memory: seedMemory(null, null, 0) }
 * const [snapshot] = initialTransition(sessionMachine, input)
 * snapshot.hasTag('signed-out') // true
 * ```
 */
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
    alarm: fromPromise<{ at: number }, { dueAt: number; withinMs?: number }>(notProvided),
    watchNetwork: fromCallback<SessionEvent>(() => {}),
    watchVisibility: fromCallback<SessionEvent>(() => {}),
    listenToTabs: fromCallback<SessionEvent>(() => {}),
    takeTurn: fromCallback<SessionEvent, TurnInput>(() => {}),
  },
  guards: {
    ...sessionGuards,
    isLoading: stateIn({ status: 'loading' }),
    isLeaving: stateIn({ operation: 'leaving' }),
    waitsForTurn: or([
      stateIn({ request: { reading: 'queued' } }),
      stateIn({ request: { updating: 'queued' } }),
      stateIn({ request: { lent: 'queued' } }),
    ]),
    hasTurn: stateIn({ request: { lent: 'granted' } }),
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
    satisfyWish: assign(change.satisfyWish),
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
    noteLedger: assign(change.noteLedger),
    noteLedgerOfAnswer: assign(change.noteLedgerOfAnswer),
    noteForeignWrite: assign(change.noteForeignWrite),
    noteWrite: assign(change.noteWrite),
    forgetForeignWrite: assign({ foreignWrite: null }),
    beginWrite: assign(change.beginWrite),
    stampRead: assign(change.stampRead),
    stampWrite: assign(change.stampWrite),
    readForUpdate: assign(change.readForUpdate),
    doubtAnswer: assign({ wish: 'conflict' }),
    doubtForeignWrite: assign(change.doubtForeignWrite),
    discountAnswers: assign(change.discountAnswers),
    discountOthers: assign(change.discountOthers),

    freeLane: raise(announce.laneFreed),
    beginOperation: raise(announce.operationBegan),
    leavePage: raise({ type: 'page.leaving' }),
    endOperation: raise(announce.operationEnded),
    publishAnswer: raise(announce.answered),
    publishFault: raise(announce.readFaulted),
    publishSignIn: raise(announce.signInAnswered),
    publishSignOut: raise(announce.signOutAnswered),
    publishOwnSignOut: raise(announce.signOutKept),
    publishProvided: raise(announce.propAnswered),
    adoptAnswer: raise(announce.answerAdopted),
    adoptFailure: raise(announce.failureAdopted),
    adoptSignOut: raise(announce.signOutMissed),
    endSession: raise(announce.ended),
    assumeOnline: raise(announce.networkRestored),
    refetch: raise(announce.refetchWanted),
    refetchAfterLeaving: raise(announce.refetchAfterLeaving),
    refetchAfterDoubt: raise(announce.refetchAfterDoubt),

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
    announceWrite: () => {},
    shareAnswer: () => {},
    shareFailure: () => {},
    shareSignOut: () => {},
    noteSignOut: () => {},
    askTabs: () => {},
    noteAdopted: () => {},
    repeatAnswer: () => {},
    tellLastWrite: () => {},
  },
  delays: {
    leaveLimit: 10 * SECOND_MS,
    awayLimit: 10 * SECOND_MS,
    offlineRetry: 60 * SECOND_MS,
    confirmLimit: announce.CONFIRM_MS,
    // Longer than a message takes, and too short to be felt.
    tellLimit: 100,
    foreignWriteLimit: silenceMs,
    openWriteLimit: silenceMs,
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
    wish: change.wishLeft(input.memory),
    wishAt: 0,
    limitedAt: null,
    operation: null,
    pollDueAt: null,
    tabId: input.tabId,
    sent: { epoch: 0, stamp: 0 },
    foreignWrite: null,
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
        'session.failed': [
          { guard: 'isOwnFailure', actions: ['storeFailure', 'reportFailure'] },
          { actions: 'storeFailure' },
        ],
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
            'session.failed': [
              {
                guard: 'isOwnFailure',
                target: 'unauthenticated.unreachable',
                actions: ['storeFailure', 'storeUnreachable', 'reportFailure'],
              },
              { target: 'unauthenticated.unreachable', actions: ['storeFailure', 'storeUnreachable'] },
            ],
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
        'session.refetch': [
          { guard: 'mayAsk', target: '.reading', actions: ['noteTrigger', 'addReader'] },
          { guard: 'waitsForNetwork', actions: 'keepWish' },
        ],
        'session.update': { target: '.updating', actions: 'addUpdate' },
        'settings.changed': {
          guard: 'changesRefetchKey',
          actions: { type: 'refetch', params: { trigger: 'navigation' } },
        },
        'operation.began': [{ guard: 'hasUpdates', target: '.updating' }, { target: '.lent' }],
        'page.leaving': [{ guard: 'hasUpdates', target: '.updating' }, { target: '.held' }],
        'otherTab.began': { guard: 'isNewerWrite', target: '.yielding', actions: 'noteForeignWrite' },
        'otherTab.ended': { guard: 'endsForeignWrite', actions: 'forgetForeignWrite' },
        'tabs.joined': { actions: 'forgetForeignWrite' },
      },
      states: {
        choosing: {
          description: 'Picks what is next, once every region has heard how the last request ended.',
          entry: 'freeLane',
          on: {
            'session.refetch': { guard: 'mayAsk', actions: 'keepWish' },
            'lane.freed': [
              { guard: 'hasUpdates', target: 'updating' },
              { guard: 'isLeaving', target: 'held' },
              { guard: 'operationRuns', target: 'lent' },
              { guard: 'otherTabWrites', target: 'yielding' },
              { guard: 'hasReaders', target: 'reading', actions: 'noteCall' },
              { guard: 'backsOff', target: 'waiting' },
              { guard: 'hasEarlyWish', target: 'resting' },
              { guard: 'hasWish', target: 'reading', actions: 'takeWish' },
              { guard: 'isLoading', target: 'reading', actions: 'noteMount' },
              { target: 'idle' },
            ],
          },
        },
        idle: {
          description: 'Nothing is asked. What could not be asked offline is asked about when that is over.',
          on: {
            'session.refetch': [
              { guard: 'hasWish', target: 'choosing', actions: 'addReader' },
              { guard: 'isAnsweredAlready', description: 'The last answer will do.' },
              { guard: 'comesTooSoon', target: 'resting', actions: 'keepWish' },
            ],
            'session.failed': { target: 'waiting', description: 'Another tab has asked in vain.' },
            'network.restored': {
              guard: 'hasWish',
              target: 'choosing',
              description: 'Nobody watches the network any more: it is taken to be there.',
            },
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
            'session.refetch': {
              guard: 'comesTooSoon',
              actions: 'keepWish',
              description: 'Waits with the other one.',
            },
          },
        },
        reading: {
          tags: 'fetching',
          description: 'The session is read, in turn with the other tabs. Leaving this state aborts it.',
          entry: 'satisfyWish',
          initial: 'queued',
          invoke: {
            src: 'takeTurn',
            input: ({ context }) => turnToRead(context),
            onError: [
              { guard: 'waitsForTurn', target: '.asking', actions: 'reportFault' },
              { actions: 'reportFault' },
            ],
          },
          on: {
            'session.refetch': [
              { guard: 'interrupts', actions: ['keepTrigger', 'noteTrigger', 'addReader'] },
              { guard: 'needsNewerAnswer', actions: 'keepWish' },
              { guard: 'waitsForNetwork', actions: 'keepWish' },
              { description: 'Joins the read that is under way.' },
            ],
            'session.update': [
              { guard: 'isLoading', actions: 'addUpdate' },
              { target: 'updating', actions: ['addUpdate', 'keepTrigger'] },
            ],
            'operation.began': [
              { guard: 'hasUpdates', target: 'updating', actions: 'keepTrigger' },
              { target: 'lent', actions: 'keepTrigger' },
            ],
            'page.leaving': [
              { guard: 'hasUpdates', target: 'updating', actions: 'keepTrigger' },
              { target: 'held', actions: 'keepTrigger' },
            ],
            'page.left': { target: 'suspended', actions: 'keepTrigger' },
            'turn.lost': { target: 'reading', reenter: true },
            'session.answered': { guard: 'isContent', target: 'choosing' },
            'session.failed': { guard: 'isContent', target: 'choosing' },
            'otherTab.began': {
              guard: 'isNewerWrite',
              target: 'yielding',
              actions: ['keepTrigger', 'noteForeignWrite'],
            },
          },
          states: {
            queued: {
              description: 'Waits until no other tab asks.',
              on: {
                'turn.came': [
                  { guard: 'mayBeTold', target: 'inquiring', actions: 'noteLedger' },
                  { target: 'asking', actions: 'noteLedger' },
                ],
              },
            },
            inquiring: {
              description: 'Another tab was answered a moment ago: it is asked what it knows.',
              entry: 'askTabs',
              after: { tellLimit: { target: 'asking' } },
            },
            asking: {
              description: 'The request is out.',
              entry: ['stampRead', 'forgetWish'],
              invoke: {
                src: 'readSession',
                input: ({ context }) => ({ trigger: context.trigger }),
                onDone: [
                  {
                    guard: 'isOutOfDate',
                    target: '#session.request.reading',
                    actions: 'noteLedgerOfAnswer',
                  },
                  {
                    target: '#session.request.choosing',
                    actions: ['settleReaders', 'forgetReaders', 'publishAnswer'],
                  },
                ],
                onError: {
                  target: '#session.request.waiting.paused',
                  actions: ['settleReaders', 'forgetReaders', 'publishFault', 'reportFault'],
                },
              },
              on: {
                'session.refetch': [
                  { guard: 'wouldStarve', actions: 'addLater' },
                  { guard: 'comesTooSoon', actions: 'keepWish' },
                  {
                    guard: 'interrupts',
                    target: 'asking',
                    reenter: true,
                    actions: ['noteTrigger', 'addReader'],
                  },
                  { guard: 'needsNewerAnswer', actions: 'keepWish' },
                  { guard: 'waitsForNetwork', actions: 'keepWish' },
                ],
              },
            },
          },
        },
        updating: {
          tags: ['fetching', 'updating'],
          description: 'An update is under way; it is never aborted. Other calls queue behind it.',
          entry: ['noteUpdate', 'beginWrite'],
          initial: 'queued',
          invoke: {
            src: 'takeTurn',
            input: ({ context }) => turnToWrite(context, 'update'),
            onError: [
              { guard: 'waitsForTurn', target: '.asking', actions: 'reportFault' },
              { actions: 'reportFault' },
            ],
          },
          on: {
            'session.refetch': [
              { guard: 'needsNewerAnswer', actions: ['addReader', 'keepWish'] },
              { guard: 'waitsForNetwork', actions: 'keepWish' },
              { description: 'Joins what is under way.' },
            ],
            'session.update': { actions: 'addUpdate' },
            'operation.began': {
              description: 'A sign-in or sign-out waits until the update has its answer.',
            },
            'page.leaving': { description: 'So does the page that is to be left.' },
            'otherTab.began': { guard: 'isNewerWrite', actions: 'noteForeignWrite' },
          },
          states: {
            queued: {
              description: 'Waits until no other tab asks. They have been told, and stop reading.',
              on: {
                'turn.came': {
                  target: 'asking',
                  actions: ['noteLedger', 'beginWrite', 'announceWrite'],
                },
                'turn.lost': { target: '#session.request.updating' },
                'page.left': { target: '#session.request.suspended' },
              },
            },
            asking: {
              description: 'The request is out.',
              entry: 'stampWrite',
              invoke: {
                src: 'updateSession',
                input: ({ context }) => ({ id: context.updates[0] as string }),
                onDone: [
                  {
                    guard: 'isOutOfDate',
                    target: '#session.request.choosing',
                    actions: ['readForUpdate', 'tellTabsOfChange'],
                  },
                  {
                    guard: 'isKnown',
                    target: '#session.request.choosing',
                    actions: ['settleUpdate', 'forgetUpdate', 'publishAnswer', 'tellTabsOfChange'],
                  },
                  {
                    target: '#session.request.choosing',
                    actions: ['settleUpdate', 'forgetUpdate', 'publishAnswer'],
                  },
                ],
                onError: {
                  target: '#session.request.choosing',
                  actions: ['settleUpdate', 'forgetUpdate', 'publishFault', 'reportFault'],
                },
              },
              on: {
                'turn.lost': { actions: 'doubtAnswer' },
                'page.left': { actions: 'doubtAnswer', description: 'The turn was given up with it.' },
              },
            },
          },
        },
        waiting: {
          description: 'The last request failed; it is tried again after a pause that grows.',
          initial: 'counting',
          always: [
            { guard: 'hasUpdates', target: 'updating' },
            { guard: 'hasReaders', target: 'reading', actions: 'noteCall' },
          ],
          on: {
            'session.refetch': [
              { guard: 'endsBackOff', target: 'reading', actions: ['noteTrigger', 'addReader'] },
              { actions: 'keepWish', description: 'Waits with the rest.' },
            ],
            'session.answered': { guard: 'isAdopted', target: 'choosing' },
            'network.restored': {
              guard: 'hasPressingWish',
              target: 'choosing',
              description: 'Nobody watches the network any more: it is taken to be there.',
            },
          },
          states: {
            counting: {
              description: 'Waits for the time of the next try.',
              invoke: {
                src: 'alarm',
                input: ({ context }) => change.nextTry(context),
                onDone: { target: '#session.request.reading', actions: 'noteRetry' },
                onError: { target: 'paused', actions: 'reportFault' },
              },
              on: {
                'session.failed': {
                  target: 'counting',
                  reenter: true,
                  description: 'Another tab has asked in vain.',
                },
              },
              always: { guard: 'isOffline', target: 'paused' },
            },
            paused: {
              description:
                'The browser says that it is offline, or an effect has broken. A try a minute all the same.',
              after: { offlineRetry: { target: '#session.request.reading', actions: 'noteRetry' } },
              on: {
                'session.failed': {
                  target: 'paused',
                  reenter: true,
                  description: 'Another tab has asked in vain.',
                },
              },
            },
          },
        },
        suspended: {
          description:
            'The page was left. An open request, or a place in the queue, could keep it out of the back/forward cache.',
          after: { awayLimit: { target: 'choosing' } },
          on: {
            'session.refetch': { guard: 'mayAsk', actions: ['addReader', 'keepWish'] },
            'page.restored': { target: 'choosing' },
          },
        },
        lent: {
          description: 'A sign-in or sign-out has the lane: nothing else is asked meanwhile.',
          entry: 'beginWrite',
          initial: 'queued',
          invoke: {
            src: 'takeTurn',
            input: ({ context }) =>
              turnToWrite(context, context.operation?.kind === 'sign-in' ? 'sign-in' : 'sign-out'),
            onError: [
              { guard: 'waitsForTurn', target: '.granted', actions: 'reportFault' },
              { actions: 'reportFault' },
            ],
          },
          on: {
            'session.refetch': { guard: 'mayAsk', actions: ['addReader', 'keepWish'] },
            'session.update': { actions: 'addUpdate' },
            'operation.ended': { target: 'choosing' },
            'otherTab.began': { guard: 'isNewerWrite', actions: 'noteForeignWrite' },
          },
          states: {
            queued: {
              description: 'Waits until no other tab asks. They have been told, and stop reading.',
              on: {
                'turn.came': {
                  target: 'granted',
                  actions: ['noteLedger', 'beginWrite', 'announceWrite'],
                },
                'turn.lost': { target: '#session.request.lent' },
                'page.left': { target: '#session.request.suspended' },
              },
            },
            granted: {
              description: 'It may ask.',
              entry: 'stampWrite',
              on: {
                'turn.lost': { actions: 'doubtAnswer' },
                'page.left': { actions: 'doubtAnswer', description: 'The turn was given up with it.' },
              },
            },
          },
        },
        held: {
          description: 'The page is being left: nothing is asked meanwhile.',
          on: {
            'session.refetch': { guard: 'mayAsk', actions: ['addReader', 'keepWish'] },
            'session.update': { actions: 'addUpdate' },
            'operation.ended': { target: 'choosing' },
          },
        },
        yielding: {
          tags: 'doubted',
          description: 'Another tab is changing who is signed in, and will say what has come of it.',
          after: {
            foreignWriteLimit: { target: 'choosing', actions: 'doubtForeignWrite' },
          },
          on: {
            'session.refetch': { guard: 'mayAsk', actions: ['addReader', 'keepWish'] },
            'session.answered': { guard: 'isAdopted', target: 'choosing' },
            'otherTab.ended': {
              guard: 'endsForeignWrite',
              target: 'choosing',
              actions: 'forgetForeignWrite',
            },
            'tabs.joined': {
              target: 'choosing',
              actions: 'forgetForeignWrite',
              description: 'The page was away, and may have missed the end.',
            },
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
            'session.leave': { target: 'leaving', actions: 'noteOperation' },
          },
        },
        signingIn: {
          tags: 'signing-in',
          description: 'Somebody is signing in.',
          initial: 'queued',
          states: {
            queued: {
              description: 'Waits for its turn, behind an update.',
              always: { guard: 'hasTurn', target: 'asking' },
            },
            asking: {
              description: 'The sign-in chart runs.',
              invoke: {
                src: 'signIn',
                input: ({ context }: { context: SessionContext }) => context.operation as SignInInput,
                onDone: [
                  {
                    guard: 'isOutOfDateSignIn',
                    target: '#session.operation.idle',
                    actions: [
                      'retireSeen',
                      'settleOperation',
                      { type: 'refetch', params: { trigger: 'conflict' } },
                      'endOperation',
                      'tellTabsOfChange',
                    ],
                  },
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
              description: 'Waits for its turn, behind an update.',
              always: { guard: 'hasTurn', target: 'asking' },
            },
            asking: {
              description: 'The sign-out chart runs.',
              invoke: {
                src: 'signOut',
                input: ({ context }: { context: SessionContext }) => context.operation as OperationInput,
                onDone: [
                  {
                    guard: 'isOutOfDateSignOut',
                    target: '#session.operation.idle',
                    actions: [
                      'retireSeen',
                      'settleOperation',
                      { type: 'refetch', params: { trigger: 'conflict' } },
                      'endOperation',
                      'noteSignOut',
                      'tellTabsOfSignOut',
                    ],
                  },
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
                    actions: ['retireSeen', 'shareSignOut', 'tellTabsOfSignOut'],
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
            'page.restored': [
              { guard: 'hasSignedOut', target: 'idle', actions: 'publishOwnSignOut' },
              { target: 'idle' },
            ],
          },
          after: { leaveLimit: { target: 'idle' } },
          entry: 'leavePage',
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
          on: { 'session.answered': { target: 'choosing' } },
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
            'session.answered': [
              { guard: 'answersNobody', target: 'off' },
              { guard: 'isAdopted', target: 'waiting', reenter: true, actions: 'forgetPoll' },
            ],
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
        'session.ended': { target: '.open' },
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
            input: ({ context }) => ({ dueAt: announce.confirmsAt(context) }),
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
          description: 'Hears other tabs, and tells them what this one was answered.',
          initial: 'joining',
          invoke: { src: 'listenToTabs', onError: { target: 'alone', actions: 'reportFault' } },
          on: {
            'otherTab.changed': { actions: { type: 'refetch', params: { trigger: 'other-tab' } } },
            'otherTab.signedOut': {
              actions: ['discountAnswers', { type: 'refetch', params: { trigger: 'other-tab-sign-out' } }],
            },
            'otherTab.answered': [
              { guard: 'isNewerChange', actions: ['retireSeen', 'adoptAnswer'] },
              { guard: 'isNewer', actions: 'adoptAnswer' },
              {
                guard: 'isOvertakenAnswer',
                actions: { type: 'refetch', params: { trigger: 'other-tab-silent' } },
                description: 'Nobody says it again if nothing comes of the write that has overtaken it.',
              },
            ],
            'otherTab.failed': { guard: 'isNewer', actions: 'adoptFailure' },
            'otherTab.began': {
              guard: 'isOlderWrite',
              actions: ['tellLastWrite', { type: 'refetch', params: { trigger: 'other-tab' } }],
            },
            'otherTab.ended': [
              {
                guard: 'isUnheardWrite',
                actions: ['noteWrite', { type: 'refetch', params: { trigger: 'other-tab' } }],
              },
              { actions: 'noteWrite' },
            ],
            'otherTab.asked': { guard: 'hasNewAnswer', actions: 'repeatAnswer' },
            'session.answered': [
              { guard: 'isOwnAnswer', actions: 'shareAnswer' },
              { guard: 'isAdopted', actions: 'noteAdopted' },
            ],
            'session.failed': { guard: 'isOwnAutomaticFailure', actions: 'shareFailure' },
            'tabs.unavailable': { target: 'alone' },
            'page.left': { target: 'silent' },
          },
          states: {
            joining: {
              description: 'Looks what has been written down of the last sign-in or sign-out.',
              on: {
                'tabs.joined': [
                  {
                    guard: 'isReturn',
                    target: 'joined',
                    actions: [
                      'noteLedger',
                      'discountOthers',
                      { type: 'refetch', params: { trigger: 'restored' } },
                    ],
                  },
                  {
                    guard: 'isOldPage',
                    target: 'joined',
                    actions: ['noteLedger', { type: 'refetch', params: { trigger: 'restored' } }],
                  },
                  {
                    guard: 'findsOpenWrite',
                    target: 'joined',
                    actions: ['noteLedger', { type: 'refetch', params: { trigger: 'restored' } }],
                  },
                  {
                    guard: 'isBehind',
                    target: 'joined',
                    actions: ['noteLedger', { type: 'refetch', params: { trigger: 'restored' } }],
                  },
                  { target: 'joined', actions: 'noteLedger' },
                ],
              },
            },
            rejoining: {
              description: 'Does so after the page was away: the user may have signed out meanwhile.',
              on: {
                'tabs.joined': [
                  {
                    guard: 'missedSignOut',
                    target: 'joined',
                    actions: [
                      'retireSeen',
                      'adoptSignOut',
                      { type: 'refetch', params: { trigger: 'restored' } },
                    ],
                  },
                  { target: 'joined', actions: 'noteLedger' },
                ],
              },
            },
            joined: {
              description: 'Knows what the others know.',
              on: { 'turn.came': { guard: 'findsOpenWrite', target: 'doubting' } },
            },
            doubting: {
              description:
                'A tab is in the middle of changing who is signed in, or has died in it: it is asked again when that is over.',
              after: { openWriteLimit: { target: 'joined', actions: 'refetchAfterDoubt' } },
              on: {
                'otherTab.ended': {
                  guard: 'endsLastWrite',
                  target: 'joined',
                  actions: ['noteWrite', 'refetchAfterDoubt'],
                },
              },
            },
          },
        },
        silent: {
          description:
            'The page was left: a message would drop it from the back/forward cache. What is missed is read for.',
          on: { 'page.restored': { target: 'listening.rejoining' } },
        },
        alone: {
          description: 'The browser has no way to talk to other tabs, or forbids it.',
        },
      },
    },
  },
})
