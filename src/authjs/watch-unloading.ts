import type { Environment } from 'sessionchart/client'
import { fromCallback } from 'xstate'

/** Browsers that meet a listener for `beforeunload` keep the page out of their cache: it is there for a sign-in only. */
export const watchUnloading = (environment: Environment) =>
  fromCallback<{ type: 'page.unloading' }>(({ sendBack }) => {
    const own = new AbortController()
    const tell = () => sendBack({ type: 'page.unloading' })
    environment.on('beforeunload', tell, own.signal)
    environment.on('pagehide', tell, own.signal)
    return () => own.abort()
  })
