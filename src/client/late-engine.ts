import type { Engine, EngineKit, Protocol } from './engine'
import type { EngineLoader, EngineModule } from './engine-loader'

/** The engine of one client. */
export interface LateEngine {
  /** `null` while it is not there. */
  get(): Engine | null
  load(): Promise<Engine>
  /** Runs with the protocol: at once when it is there, else as soon as it is. */
  use<T>(run: (protocol: Protocol) => Promise<T>): Promise<T>
  /** Ends the requests that no chart runs, and takes back what waits for the engine. */
  stop(reason: unknown): void
}

export function createLateEngine(loader: EngineLoader, kit: EngineKit): LateEngine {
  let engine: Engine | null = null
  const make = ({ createEngine }: EngineModule) => {
    engine ??= createEngine(kit)
    return engine
  }
  const get = () => {
    const module = loader.get()
    return engine ?? (module && make(module))
  }
  const load = async () => make(await loader.load())
  let life = new AbortController()
  return {
    get,
    load,
    use: async (run) => run((get() ?? (await Promise.race([load(), whenAborted(life.signal)]))).protocol),
    stop(reason) {
      life.abort(reason)
      life = new AbortController()
      engine?.stop(reason)
    },
  }
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
}
