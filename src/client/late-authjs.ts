import type { Authjs, ClientKit } from '../authjs/authjs-kit'
import { toSessionError } from '../session-error'

type AuthjsModule = typeof import('sessionchart/authjs')

let loaded: AuthjsModule | null = null
let loading: Promise<AuthjsModule> | null = null

/**
 * The Auth.js protocol beyond reading the session is loaded beside the rest: no page needs it for its first
 * render. It is asked for at once and not when it is needed, so that nobody waits for it at a click, and nobody
 * misses it who clicks after the app was deployed anew.
 *
 * @throws SessionError `network` when it cannot be loaded. The next call tries again.
 */
function load(): Promise<AuthjsModule> {
  loading ??= import('sessionchart/authjs').then(
    (module) => {
      loaded = module
      return module
    },
    (thrown) => {
      loading = null
      throw toSessionError(thrown)
    },
  )
  return loading
}

// Whoever needs it hears of a failure.
load().catch(() => {})

/** The protocol for one client. `use` runs at once when it is there, else as soon as it is. */
export interface LateAuthjs {
  use<T>(run: (authjs: Authjs) => Promise<T>): Promise<T>
  /** The protocol, if it is there. */
  get(): Authjs | null
}

export function createLateAuthjs(kit: ClientKit): LateAuthjs {
  let authjs: Authjs | null = null
  const make = ({ createAuthjs }: AuthjsModule) => {
    authjs ??= createAuthjs(kit)
    return authjs
  }
  return {
    use: async (run) => run(make(loaded ?? (await load()))),
    get: () => (loaded ? make(loaded) : null),
  }
}

/** Stands for actor logic that is there by the time it runs. */
export const lateLogic = <Logic extends object>(get: () => Logic | undefined): Logic =>
  new Proxy({} as Logic, { get: (_, name) => Reflect.get(get() as Logic, name) })
