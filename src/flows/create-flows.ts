import type { FlowKit, Flows } from './flow-kit'
import { requireSignInFlow, signInFlow, signOutFlow } from './flow-options'
import { createFlowRunner } from './flow-runner'
import { navigate } from './navigate'
import { signInResponse, signOutResponse } from './responses'
import { createSignIn } from './sign-in'
import { createSignOut } from './sign-out'

/** Sign-in and sign-out by the Auth.js protocol. A client loads this by itself. */
export function createFlows(kit: FlowKit): Flows {
  const { environment } = kit
  const runner = createFlowRunner(kit)
  return {
    signIn: async (provider, options, params, dialect) =>
      runner.run(signInFlow(provider, options, params, dialect, environment), signInResponse),
    signOut: async (options, dialect) =>
      runner.run(signOutFlow(options, dialect, environment), signOutResponse),
    requireSignIn: async () => runner.run(requireSignInFlow(kit.apiBase(), environment), () => undefined),
    signInLogic: createSignIn(kit, runner.find),
    signOutLogic: createSignOut(kit, runner.find),
    leave: (id) => navigate(environment, runner.find(id).location ?? ''),
  }
}
