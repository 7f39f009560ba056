import { proceed } from '../chart'
import { elapses, ends, throws } from '../events'
import { dead, fault, faultFailure, signedIn } from '../fixtures'
import type { Table } from '../table'
import {
  accepted,
  answered,
  failed,
  posting,
  postingUnloading,
  readingSession,
  redirected,
  refused,
  stranded,
  unload,
  unloading,
  wrongPassword,
} from './situations'

/** Whether the user stays to see how the sign-in ends. */
export const pageRows: Table = {
  'is about to be left': {
    given: posting('credentials'),
    when: unload,
    goes: { page: 'unloading' },
    raises: [],
  },
  'is about to be left, which is said twice': { given: unloading('always'), when: unload },
  'is still there after a while': {
    given: unloading('always'),
    when: elapses('unloadLimit'),
    goes: { page: 'staying' },
  },
  'is about to be left: nobody is told that the post cannot be sent': {
    given: postingUnloading('always'),
    when: throws('postSignIn', fault),
    ...stranded('failed'),
  },
  'is about to be left: nobody is told that the provider cannot be used from here': {
    given: unloading('always'),
    when: ends('readProviders', { type: 'unsupported', failure: dead }),
    ...stranded('failed'),
  },
  'is about to be left: nobody is sent to the error page': {
    given: unloading('always'),
    when: throws('readProviders', fault),
    ...stranded('redirected'),
  },
  'is about to be left: the browser still goes to the page that lists the providers': {
    given: unloading('always'),
    when: ends('readProviders', { type: 'unknown', failure: dead }),
    ...redirected('answer'),
  },
  'is about to be left: the browser still goes where the server says': {
    given: postingUnloading('always'),
    when: accepted,
    ...redirected('answer'),
  },
  'is about to be left: who wanted to stay is told of a failure': {
    given: postingUnloading('never'),
    when: wrongPassword,
    ...failed(refused),
  },
  'is about to be left: who wanted to stay is told of a failure, in the way of v4': {
    given: postingUnloading('oauth'),
    when: wrongPassword,
    ...failed(refused),
  },
  'is about to be left: the session that the sign-in made still counts': {
    given: proceed(readingSession, unload),
    when: ends('readSession', signedIn()),
    ...answered(signedIn()),
  },
  'is still there, where a failure is said aloud again': {
    given: proceed(postingUnloading('always'), elapses('unloadLimit')),
    when: throws('postSignIn', fault),
    ...failed(faultFailure),
  },
  'cannot be watched, which changes nothing': {
    given: posting('credentials'),
    when: throws('watchUnloading', fault),
    tells: ['reportFault'],
  },
  'cannot be watched any more, and is taken for one that stays': {
    given: unloading('always'),
    when: throws('watchUnloading', fault),
    goes: { page: 'staying' },
    tells: ['reportFault'],
  },
}
