import { sessionMachine } from 'sessionchart/machines'
import { expect, test } from 'vitest'
import { nodesOf } from '../../src/testing/coverage/machine-transitions'
import type { SessionSnapshot } from './fixtures'
import {
  departed,
  departing,
  expiring,
  idle,
  loading,
  reading,
  resting,
  signedOutIdle,
  signingIn,
  signingInQueued,
  signingOut,
  unreachable,
  updating,
  waiting,
} from './situations'

// What hooks and users may rely on: state paths may change, tags do not.
const expected: Array<[string, SessionSnapshot, string[]]> = [
  ['the first read', loading, ['loading', 'fetching']],
  ['an idle session', idle, ['authenticated']],
  ['a read', reading, ['authenticated', 'fetching']],
  ['a read that waits for its time', resting, ['authenticated', 'doubted']],
  ['a pause after a failure', waiting, ['authenticated']],
  ['an update', updating, ['authenticated', 'fetching', 'updating']],
  ['nobody', signedOutIdle, ['unauthenticated', 'signed-out']],
  ['nobody as far as is known', unreachable, ['unauthenticated']],
  ['a sign-in', signingIn, ['authenticated', 'signing-in']],
  [
    'a sign-in that waits for an update',
    signingInQueued,
    ['authenticated', 'signing-in', 'fetching', 'updating'],
  ],
  ['a sign-out', signingOut, ['authenticated', 'signing-out']],
  ['a session that is about to end', expiring, ['authenticated', 'expiring']],
  ['a page that is to be left', departing, ['authenticated', 'leaving']],
  ['a page that is being left', departed, ['authenticated', 'leaving']],
]

test.each(expected)('%s has its tags', (_, snapshot, tags) => {
  expect([...snapshot.tags].sort()).toEqual(tags.sort())
})

test('every tag is seen somewhere', () => {
  const seen = new Set(expected.flatMap(([, , tags]) => tags))
  const declared = new Set(nodesOf(sessionMachine).flatMap(({ tags }) => tags))
  expect([...declared].sort()).toEqual([...seen].sort())
})
