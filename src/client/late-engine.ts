import { SessionError } from '../session-error'
import type { Engine, EngineKit, Protocol } from './engine'
import type { EngineLoader, EngineModule } from './engine-loader'
import { DEFAULT_TIMEOUT_SECONDS } from './options'

/** The engine of one client. */
export interface LateEngine {
  /** `null` while it is not there. */
  get(): Engine | null
  /**
   * Gives it as soon as it is there.
   *
   * @throws SessionError `network` when it cannot be loaded, `timeout` when that takes too long.
   */
  load(): Promise<Engine>
  /** Runs with the protocol: at once when it is there, else as soon as it is. */
  use<T>(run: (protocol: Protocol) => Promise<T>): Promise<T>
  /** Ends the requests that no chart runs, and takes back what waits for the engine. */
  stop(reason: unknown): void
}

export function createLateEngine(loader: EngineLoader, kit: EngineKit): LateEngine {
  let engine: Engine | null = null
  let life = new AbortController()

  const make = ({ createEngine }: EngineModule): Engine => {
    if (engine) return engine
    engine = createEngine(kit)
    // Not while somebody looks whether it is there.
    Promise.resolve().then(kit.onReady)
    return engine
  }
  const get = () => {
    const module = loader.get()
    return engine ?? (module && make(module))
  }
  const wait = () =>
    new Promise<Engine>((resolve, reject) => {
      const seconds = kit.options().requestTimeout ?? DEFAULT_TIMEOUT_SECONDS
      const message = `The engine was not loaded within ${seconds} s.`
      const disarm = kit.environment.after(seconds * 1_000, () =>
        reject(new SessionError({ code: 'timeout', message })),
      )
      const { signal } = life
      signal.addEventListener('abort', () => {
        disarm()
        reject(signal.reason)
      })
      loader
        .load()
        .then((module) => resolve(make(module)), reject)
        .then(disarm)
    })

  return {
    get,
    load: async () => get() ?? wait(),
    use: async (run) => run((get() ?? (await wait())).protocol),
    stop(reason) {
      life.abort(reason)
      life = new AbortController()
      engine?.stop(reason)
    },
  }
}
