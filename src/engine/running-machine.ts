import { signInMachine, signOutMachine } from 'sessionchart/machines/flows'
import { sessionMachine } from 'sessionchart/machines/session'
import type { AllTabs } from '../authjs/all-tabs'
import { createSignIn } from '../authjs/sign-in'
import { createSignOut } from '../authjs/sign-out'
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

const withEffects = () =>
  sessionMachine.provide({
    actors: {
      readSession: asking((_, signal, given) => askForSession(given, signal, given.source.read)),
      updateSession: asking(({ id }, signal, given) =>
        askForSession(given, signal, () => given.source.update(id, signal)),
      ),
      signIn: createSignIn(),
      signOut: createSignOut(),
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
      announceWrite: ({ context, system }) => announcers.get(system).announceWrite(context),
      shareAnswer: ({ context, event, system }) => announcers.get(system).shareAnswer(context, event),
      noteAdopted: ({ context, system }) => announcers.get(system).noteAdopted(context),
      repeatAnswer: ({ context, system }) => announcers.get(system).repeatAnswer(context),
      tellLastWrite: ({ context, system }) => announcers.get(system).tellLastWrite(context),
      shareSignOut: ({ context, system }) => announcers.get(system).shareSignOut(context),
      noteSignOut: ({ context, system }) => announcers.get(system).noteSignOut(context),
      shareFailure: ({ context, system }) => announcers.get(system).shareFailure(context),
      askTabs: ({ system }) => announcers.get(system).ask(),
    },
  })

const charts = [sessionMachine, signInMachine, signOutMachine]
let made: { machine: typeof sessionMachine; by: unknown[] } | undefined

/** The session chart with its effects: one for all clients, until somebody watches it, as `transitionCoverage` does. */
export function runningMachine(): typeof sessionMachine {
  const isAsItWas = made && charts.every(({ provide }, index) => provide === made?.by[index])
  if (!made || !isAsItWas) made = { machine: withEffects(), by: charts.map(({ provide }) => provide) }
  return made.machine
}
