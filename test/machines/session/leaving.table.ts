import { proceed } from '../chart'
import { elapses, ends, fact, leave, signIn, signOut, update } from '../events'
import { busy, LATER, signedIn } from '../fixtures'
import { departed, departing, idle, signingOut, updating } from '../situations'
import type { Table } from '../table'

const settled = (ids: string[], failure: unknown = null) => ({ type: 'settled', ids, failure })

const operation = { kind: 'sign-out', id: 's2', at: LATER, provider: null, redirect: 'always' }
const signInOperation = { ...operation, kind: 'sign-in', provider: 'credentials' }
const lookAgain = {
  goes: { request: { reading: 'asking' }, operation: 'idle' },
  notes: { trigger: 'stayed' },
}

/** The browser was told to go elsewhere. */
export const leavingRows: Table = {
  'tells the browser where to go': {
    given: idle,
    when: leave('l1'),
    goes: { request: 'held', operation: { leaving: 'departing' } },
    notes: { operation: { kind: 'leave', id: 'l1', at: LATER, provider: null, redirect: 'always' } },
    starts: [['navigate', { id: 'l1' }]],
    raises: ['page.leaving'],
  },
  'settles the call when the browser has been told': {
    given: departing,
    when: ends('navigate'),
    goes: { operation: { leaving: 'departed' } },
    emits: [settled(['l1'])],
  },
  'looks again when the page is still there': {
    given: departed,
    when: elapses('leaveLimit'),
    ...lookAgain,
    starts: [['readSession', { trigger: 'stayed' }]],
    raises: ['operation.ended', 'session.refetch', 'lane.freed'],
  },
  'looks again when the page comes back': {
    given: departed,
    when: fact('page.restored'),
    ...lookAgain,
    starts: [['readSession', { trigger: 'stayed' }]],
    raises: ['operation.ended', 'session.refetch', 'lane.freed'],
  },
  'shows nobody, and looks again, when the page comes back to which a sign-out has led': {
    given: proceed(signingOut, ends('signOut', { type: 'redirect' }), ends('navigate'), fact('page.left')),
    when: fact('page.restored'),
    goes: {
      request: { reading: 'asking' },
      operation: 'idle',
      status: { unauthenticated: 'known' },
      visibility: 'visible',
      tabs: { listening: 'rejoining' },
    },
    notes: {
      trigger: 'restored',
      data: null,
      user: null,
      expiresAt: null,
      cause: { type: 'signed-out', at: LATER },
    },
    emits: [{ type: 'changed', session: null, cause: { type: 'signed-out', at: LATER } }],
    starts: [
      ['listenToTabs', undefined],
      ['readSession', { trigger: 'restored' }],
    ],
  },
  'settles the call and looks again when the page comes back before the browser was told where to go': {
    given: departing,
    when: fact('page.restored'),
    ...lookAgain,
    emits: [settled(['l1'])],
    starts: [['readSession', { trigger: 'stayed' }]],
    stops: ['navigate'],
    raises: ['operation.ended', 'session.refetch', 'lane.freed'],
  },
  'settles the call and looks again when the browser cannot be told in time where to go': {
    given: departing,
    when: elapses('leaveLimit'),
    ...lookAgain,
    emits: [settled(['l1'])],
    starts: [['readSession', { trigger: 'stayed' }]],
    stops: ['navigate'],
    raises: ['operation.ended', 'session.refetch', 'lane.freed'],
  },
  'settles a redirecting sign-in that the browser does not follow, and looks again': {
    given: proceed(idle, signIn('s1', 'always'), ends('signIn', { type: 'redirect', because: 'answer' })),
    when: fact('page.restored'),
    ...lookAgain,
    emits: [settled(['s1'])],
    starts: [['readSession', { trigger: 'stayed' }]],
    stops: ['navigate'],
  },
  'does not wait for an update': {
    given: updating,
    when: leave('l1'),
    goes: { operation: { leaving: 'departing' } },
    notes: { operation: { kind: 'leave', id: 'l1', at: LATER, provider: null, redirect: 'always' } },
    starts: [['navigate', { id: 'l1' }]],
    raises: ['page.leaving'],
  },
  'holds the lane when the update has its answer': {
    given: proceed(updating, leave('l1'), ends('navigate')),
    when: ends('updateSession', signedIn()),
    goes: { request: 'held' },
    notes: { updates: [] },
    emits: [settled(['u1'])],
    tells: ['tellTabsOfChange'],
  },
  'lets an update go on when the page is still there': {
    given: proceed(updating, leave('l1'), ends('navigate')),
    when: elapses('leaveLimit'),
    goes: { operation: 'idle' },
  },
  'updates instead of looking again when an update waits': {
    given: proceed(departing, update('u1'), ends('navigate')),
    when: elapses('leaveLimit'),
    goes: { request: { updating: 'asking' }, operation: 'idle' },
    notes: { trigger: 'update', wish: 'stayed' },
    starts: [['updateSession', { id: 'u1' }]],
  },
  'updates offline when an update waits and the page is still there': {
    given: proceed(departing, fact('network.lost'), update('u1'), ends('navigate')),
    when: elapses('leaveLimit'),
    goes: { request: { updating: 'asking' }, operation: 'idle' },
    notes: { trigger: 'update', wish: 'stayed' },
    starts: [['updateSession', { id: 'u1' }]],
  },
  'queues an update while the browser is told where to go': {
    given: departing,
    when: update('u1'),
    notes: { updates: ['u1'] },
  },
  'refuses a sign-in while the browser is told where to go': {
    given: departing,
    when: signIn('s2', 'always'),
    emits: [settled(['s2'], busy)],
    raises: [],
  },
  'refuses a sign-out while the browser is told where to go': {
    given: departing,
    when: signOut('s2', 'always'),
    emits: [settled(['s2'], busy)],
    raises: [],
  },
  'lets a user sign in who has stayed': {
    given: departed,
    when: signIn('s2', 'always'),
    goes: { request: { lent: 'granted' }, operation: { signingIn: 'asking' } },
    notes: { operation: signInOperation, wish: 'stayed' },
    starts: [['signIn', signInOperation]],
  },
  'lets a user sign out who has stayed': {
    given: departed,
    when: signOut('s2', 'always'),
    goes: { request: { lent: 'granted' }, operation: { signingOut: 'asking' } },
    notes: { operation, wish: 'stayed' },
    starts: [['signOut', operation]],
  },
  'lets a user sign in who has stayed as soon as the update is answered': {
    given: proceed(updating, leave('l1'), ends('navigate')),
    when: signIn('s2', 'always'),
    goes: { operation: { signingIn: 'queued' } },
    notes: { operation: signInOperation },
  },
  'lets a user sign in who has stayed when the updates that waited are answered': {
    given: proceed(departing, update('u1'), ends('navigate')),
    when: signIn('s2', 'always'),
    goes: { request: { updating: 'asking' }, operation: { signingIn: 'queued' } },
    notes: { operation: signInOperation, trigger: 'update', wish: 'stayed' },
    starts: [['updateSession', { id: 'u1' }]],
  },
  'lets a user update who has stayed': {
    given: departed,
    when: update('u1'),
    goes: { request: { updating: 'asking' }, operation: 'idle' },
    notes: { updates: ['u1'], trigger: 'update', wish: 'stayed' },
    starts: [['updateSession', { id: 'u1' }]],
  },
  'leaves once only': { given: departed, when: leave('l2'), emits: [settled(['l2'])] },
}
