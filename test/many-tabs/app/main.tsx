import { getSession, SessionProvider, signIn, signOut, useSession } from 'next-auth/react'
import { useEffect } from 'react'
import { createRoot } from 'react-dom/client'

const query = new URLSearchParams(location.search)
const seconds = (option: string) => (query.has(option) ? { [option]: Number(query.get(option)) } : {})

/** All that was ever on the screen, in order, as `authenticated Ann`. */
const shown: string[] = []
Object.assign(window, { shown, getSession, signIn, signOut })

async function record() {
  const { createRecorder, replay } = await import('sessionchart/inspect')
  const { inspect, recording } = createRecorder()
  Object.assign(window, { recording, replay })
  return { inspect }
}
// Of sessionchart only: next-auth has no inspector.
const recorded = query.has('record') ? await record() : {}

// Of sessionchart only, too.
const { Warning } = query.has('expiryWarning') ? await import('./warning') : { Warning: () => null }

function Session() {
  const { data, status } = useSession()
  const text = data ? `${status} ${data.user?.name}` : status
  useEffect(() => {
    shown.push(text)
    // Not `Date.now`, which tests move.
    Object.assign(window, { shownSince: performance.timeOrigin + performance.now() })
  }, [text])
  return <p role="status">{text}</p>
}

createRoot(document.body.appendChild(document.createElement('main'))).render(
  <SessionProvider
    {...recorded}
    {...seconds('refetchInterval')}
    {...seconds('requestTimeout')}
    {...seconds('refetchLimit')}
    {...seconds('expiryWarning')}
  >
    <Session />
    <Warning />
  </SessionProvider>,
)
