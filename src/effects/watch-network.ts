import type { Environment } from '../environment'
import { listener } from './scope'

export const watchNetwork = (scope: AbortSignal, environment: Environment) =>
  listener(scope, (send) => [
    environment.on('online', () => send({ type: 'network.restored', at: environment.now() })),
    environment.on('offline', () => send({ type: 'network.lost', at: environment.now() })),
  ])
