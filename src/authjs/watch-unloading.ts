import { fromCallback } from 'xstate'
import { flowSurroundings } from './flow-effect'

/** Browsers that meet a listener for `beforeunload` keep the page out of their cache: it is there for a sign-in only. */
export const watchUnloading = fromCallback<{ type: 'page.unloading' }>(({ sendBack, system }) => {
  const { environment } = flowSurroundings.get(system).kit
  const own = new AbortController()
  const tell = () => sendBack({ type: 'page.unloading' })
  environment.on('beforeunload', tell, own.signal)
  environment.on('pagehide', tell, own.signal)
  return () => own.abort()
})
