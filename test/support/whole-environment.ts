import { browserEnvironment, type Environment } from 'sessionchart'
import { lateEnvironment } from '../../src/engine/late-environment'

/** All that a client has of its platform once its engine is there. */
export const wholeEnvironment: Environment = { ...browserEnvironment, ...lateEnvironment }
