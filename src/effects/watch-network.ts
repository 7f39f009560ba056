import type { BaseEnvironment } from '../environment'
import { listening } from './scope'

export const watchNetwork = (scope: AbortSignal, environment: BaseEnvironment) =>
  listening(scope, environment.now, (tell, signal) => {
    if (!environment.isOnline()) tell('network.lost')
    environment.on('online', () => tell('network.restored'), signal)
    environment.on('offline', () => tell('network.lost'), signal)
  })
