import { listening } from './scope'

export const watchVisibility = listening((tell, signal, { environment }) => {
  if (!environment.isVisible()) tell('tab.becameHidden')
  environment.on(
    'visibilitychange',
    () => tell(environment.isVisible() ? 'tab.becameVisible' : 'tab.becameHidden'),
    signal,
  )
  for (const type of ['pagehide', 'freeze'] as const) environment.on(type, () => tell('page.left'), signal)
  const restore = () => {
    tell('page.restored')
    if (!environment.isVisible()) tell('tab.becameHidden')
  }
  environment.on('resume', restore, signal)
  environment.on('pageshow', (event) => (event as PageTransitionEvent).persisted && restore(), signal)
})
