import { sessionMachine } from 'sessionchart/machines/session'
import type { AllTabs } from '../authjs/all-tabs'
import { signIn } from '../authjs/sign-in'
import { signOut } from '../authjs/sign-out'
import { alarm } from '../effects/alarm'
import { askForSession } from '../effects/ask-for-session'
import { listenToTabs } from '../effects/listen-to-tabs'
import { asking } from '../effects/scope'
import { takeTurn } from '../effects/take-turn'
import { watchNetwork } from '../effects/watch-network'
import { watchVisibility } from '../effects/watch-visibility'
import { createSurroundings } from '../surroundings'

/** What tells other tabs what becomes of the session. */
export const announcers = createSurroundings<AllTabs>()

/** The session chart with its effects: one for all clients. */
export const runningMachine = sessionMachine.provide({
  actors: {
    readSession: asking((_, signal, given) => askForSession(given, signal, given.source.read)),
    updateSession: asking(({ id }, signal, given) =>
      askForSession(given, signal, () => given.source.update(id, signal)),
    ),
    signIn,
    signOut,
    navigate: asking(async ({ id }, _, { leave }) => leave(id)),
    alarm,
    watchNetwork,
    watchVisibility,
    listenToTabs,
    takeTurn,
  },
  actions: {
    tellTabsOfChange: ({ system }) => announcers.get(system).tellNextAuth('getSession'),
    tellTabsOfSignOut: ({ system }) => announcers.get(system).tellNextAuth('signout'),
    shareAnswer: ({ context, event, system }) => announcers.get(system).shareAnswer(context, event),
    repeatAnswer: ({ context, system }) => announcers.get(system).repeatAnswer(context),
    shareSignOut: ({ context, system }) => announcers.get(system).shareSignOut(context),
    shareFailure: ({ context, system }) => announcers.get(system).shareFailure(context),
    askTabs: ({ system }) => announcers.get(system).ask(),
  },
})
