import { toReading } from '../wire/read-session'
import { createAllTabs } from './all-tabs'
import type { Authjs, AuthjsKit, ClientKit } from './authjs-kit'
import { readCsrfValue } from './csrf'
import { flowSurroundings } from './flow-effect'
import { requireSignInFlow, signInFlow, signOutFlow } from './flow-options'
import { createFlowRunner } from './flow-runner'
import { forwardedCookie } from './forwarded-cookie'
import { navigate } from './navigate'
import { readProviders } from './providers'
import { signInResponse, signOutResponse } from './responses'
import { updateSession } from './update-session'
import { warn } from './warn'

/** The Auth.js protocol, for one client. */
export function createAuthjs(given: ClientKit): Authjs {
  const { environment } = given
  const tabs = createAllTabs(given)
  const kit: AuthjsKit = { ...given, epoch: () => tabs.ledger().epoch }
  const runner = createFlowRunner(kit)
  return {
    signIn: async (provider, options, params, dialect) =>
      runner.run(signInFlow(provider, options, params, dialect, environment), signInResponse),
    signOut: async (options, dialect) =>
      runner.run(signOutFlow(options, dialect, environment), signOutResponse),
    requireSignIn: async () => runner.run(requireSignInFlow(kit.apiBase(), environment), () => undefined),
    surround: (system) => flowSurroundings.set(system, { kit, findFlow: runner.find }),
    leave(id) {
      const flow = runner.find(id)
      navigate(environment, flow.location ?? '')
      if (flow.kind !== 'sign-out') tabs.noteLeaving()
      flow.hasLeft = true
    },
    tabs,
    update: (data, signal) => updateSession(kit, data, signal),
    getSession: async (from) =>
      toReading(await kit.request({ path: '/session', cookie: forwardedCookie(from) })),
    getCsrfToken: (from) => readCsrfValue(kit, { cookie: forwardedCookie(from) }),
    getProviders: (from) => readProviders(kit, { cookie: forwardedCookie(from) }),
    warn(suspicion) {
      // Written out, because bundlers replace these very words, and leave out what production does not want; caught,
      // because a browser may have no `process`.
      try {
        if (process.env.NODE_ENV !== 'production') warn(suspicion)
      } catch {}
    },
  }
}
