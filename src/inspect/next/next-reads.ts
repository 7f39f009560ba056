import type { SessionEvent } from 'sessionchart/machines/session'
import type { SessionSnapshot } from '../session-snapshot'
import { judgeRead } from './judge-read'
import type { Possibility } from './possibility'
import { tryEvent } from './trial'

type ReadName = 'focus' | 'reconnect' | 'restored' | 'navigation' | 'other-tab' | 'prop' | 'call'

/** What no call, page or session is. */
const NEW = 'sessionchart: what if'

const occasions: Record<ReadName, (snapshot: SessionSnapshot, at: number) => SessionEvent> = {
  focus: (_, at) => ({ type: 'tab.becameVisible', at }),
  reconnect: (_, at) => ({ type: 'network.restored', at }),
  restored: (_, at) => ({ type: 'page.restored', at }),
  navigation: ({ context: { settings } }, at) => ({
    type: 'settings.changed',
    at,
    settings: { ...settings, refetchKey: NEW },
  }),
  'other-tab': (_, at) => ({ type: 'otherTab.changed', at }),
  prop: (_, at) => ({ type: 'session.provided', at, session: { [NEW]: true }, user: null }),
  call: (_, at) => ({ type: 'session.refetch', at, trigger: 'call', id: NEW }),
}

/** Why the chart does not read when it happens. */
const whyNoReason: Record<ReadName, (snapshot: SessionSnapshot) => string> = {
  focus: (snapshot) =>
    snapshot.matches({ visibility: 'away' })
      ? 'The page was left, and is not back.'
      : 'refetchOnWindowFocus is false.',
  reconnect: () => 'The network is not lost.',
  restored: () => 'The page was not left.',
  navigation: () => 'refetchKey is the same.',
  'other-tab': (snapshot) =>
    snapshot.matches({ tabs: 'silent' })
      ? 'The page was left: what other tabs say is not heard.'
      : 'The browser has no way to hear other tabs.',
  prop: () => 'The option ignoreSessionPropChanges is set.',
  call: () => '',
}

/** What would come of something that may be a reason to read. */
export function nextRead(name: ReadName, snapshot: SessionSnapshot, at: number): Possibility {
  if (name === 'navigation' && snapshot.context.settings.refetchKey === null) {
    return { name, verdict: 'no', reason: 'No refetchKey is given.' }
  }
  const trial = tryEvent(snapshot, occasions[name](snapshot, at))
  // Where nobody sees any more whether the page is shown, its return only lets go on what had to wait.
  return trial.isReason || trial.asks
    ? { name, ...judgeRead(trial, name, at) }
    : { name, verdict: 'no', reason: whyNoReason[name](snapshot) }
}
