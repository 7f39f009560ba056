import { type EngineLoader, type EngineModule, toSessionError } from 'sessionchart/client'

let loaded: EngineModule | null = null
let loading: Promise<EngineModule> | null = null

function load(): Promise<EngineModule> {
  loading ??= import('sessionchart/engine').then(
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

/**
 * The engine, which is loaded beside the rest: no page needs it for its first render. It is asked for at once and
 * not when it is needed, so that the first read does not wait for it longer than it has to, and nobody misses it who
 * clicks after the app was deployed anew.
 */
export const lateEngine: EngineLoader = { get: () => loaded, load }

// Whoever needs it hears of a failure.
load().catch(() => {})
