import { proceed } from '../chart'
import { otherBegan } from '../events'
import { LATER, type SessionSnapshot } from '../fixtures'
import {
  confirming,
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
} from '../situations'

// What hooks and users may rely on: state paths may change, tags do not.
export const tagRows: Array<[string, SessionSnapshot, string[]]> = [
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
  [
    'a session that has ended unless the server knows better',
    confirming,
    ['authenticated', 'expiring', 'fetching'],
  ],
  ['a session that another tab is changing', proceed(idle, otherBegan(LATER)), ['authenticated', 'doubted']],
  ['a page that is to be left', departing, ['authenticated', 'leaving']],
  ['a page that is being left', departed, ['authenticated', 'leaving']],
]
