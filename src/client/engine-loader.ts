import type { Engine, EngineKit } from './engine'

/** What makes engines. */
export interface EngineModule {
  createEngine(kit: EngineKit): Engine
}

/** Where a client gets its engine from: it is at hand, or is loaded beside the first render. */
export interface EngineLoader {
  /** `null` while it is not there. */
  get(): EngineModule | null
  /**
   * Gives it as soon as it is there.
   *
   * @throws SessionError `network` when it cannot be loaded. The next call tries again.
   */
  load(): Promise<EngineModule>
}
