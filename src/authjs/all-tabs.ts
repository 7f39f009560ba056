import type { SessionContext, SessionData, SessionEvent } from 'sessionchart/machines/session'
import { createTabs, type Found, type Tabs, type TabsKit } from '../tabs/create-tabs'
import type { TabMessage } from '../tabs/tab-message'
import { createNextAuthTabs, type NextAuthTabs } from './next-auth-tabs'

/** What the chart is told of other tabs, and of its turn among them. */
type Tell = (type: TabFact['type'], facts?: object) => void
type TabFact = Extract<SessionEvent, { type: `${'tabs' | 'otherTab' | 'turn'}.${string}` }>

/** The other tabs of the browser, those that run next-auth included. */
export interface AllTabs
  extends Omit<Tabs, 'listen' | 'takeTurn' | 'noteAdopted' | 'isReturn' | 'isHeard' | 'name'> {
  /** Hears them until the signal aborts. */
  listen(tell: Tell, signal: AbortSignal): void
  /** Waits for the turn, and keeps it until the signal aborts. */
  takeTurn(wanted: TurnInput, tell: Tell, signal: AbortSignal, life: AbortSignal): void
  /** This client has taken over what another tab was answered. */
  noteAdopted(context: Pick<SessionContext, 'data'>): void
  /** Tells those that run next-auth that this tab has changed who is signed in. */
  tellNextAuth: NextAuthTabs['tell']
}

type TurnInput = Parameters<Tabs['takeTurn']>[0]

interface Kit extends TabsKit {
  /** The name of the user in a session. */
  userOf(session: object): string | null
}

export function createAllTabs(kit: Kit): AllTabs {
  const tabs = createTabs(kit)
  const nextAuth = createNextAuthTabs(kit.environment, tabs)
  const userIn = (session: SessionData | null) => session && kit.userOf(session)
  const factsOf = (message: TabMessage) =>
    message.kind === 'answered' ? { ...message, user: userIn(message.session) } : message

  /** A sign-in that left its page could tell nobody: the page that is back does, as soon as it knows what came of it. */
  const tellReturn = ({ data }: Pick<SessionContext, 'data'>, note: () => void) => {
    const hasSignedIn = tabs.isReturn() && Boolean(data)
    note()
    if (hasSignedIn) nextAuth.tell('getSession')
  }

  return {
    ...tabs,
    tellNextAuth: nextAuth.tell,
    listen(tell, signal) {
      if (signal.aborted) return
      tabs.listen((message) => tell(`otherTab.${message.kind}`, factsOf(message)), signal)
      nextAuth.listen(tell, signal)
      tell('tabs.joined', tabs.join())
    },
    shareAnswer: (context, event) => tellReturn(context, () => tabs.shareAnswer(context, event)),
    noteAdopted: (context) => tellReturn(context, tabs.noteAdopted),
    takeTurn(wanted, tell, signal, life) {
      const hears = {
        came: (found: Found) => tell('turn.came', found),
        lost: () => tell('turn.lost'),
      }
      tabs.takeTurn(wanted, hears, signal, life)
    },
  }
}
