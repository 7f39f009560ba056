import type { EngineLoader } from '../client/engine-loader'
import { createEngine } from './create-engine'

const engine = { createEngine }

/** For whoever has it in the same bundle. */
export const engineAtHand: EngineLoader = { get: () => engine, load: async () => engine }
