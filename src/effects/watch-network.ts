import type { Environment } from '../environment'
import { listener } from './scope'

export const watchNetwork = (scope: AbortSignal, environment: Environment) =>
  listener(scope, (send) => [
    environment.onOnline(() => send({ type: 'network.restored', at: environment.now() })),
    environment.onOffline(() => send({ type: 'network.lost', at: environment.now() })),
  ])
