import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { SessionDevtools } from 'sessionchart/devtools'
import { SessionProvider, signOut, useSession } from 'sessionchart/react'

function Account() {
  const { data, status } = useSession()
  return (
    <main>
      <h1>An app</h1>
      <p role="status">{data ? `${data.user?.name} is ${status}` : status}</p>
      <button type="button" onClick={() => signOut({ redirect: false })}>
        Sign out
      </button>
    </main>
  )
}

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <SessionProvider>
      <Account />
      <SessionDevtools />
    </SessionProvider>
  </StrictMode>,
)
