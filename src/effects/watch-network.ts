import { listening } from './scope'

export const watchNetwork = listening((tell, signal, { environment }) => {
  if (!environment.isOnline()) tell('network.lost')
  environment.on('online', () => tell('network.restored'), signal)
  environment.on('offline', () => tell('network.lost'), signal)
})
