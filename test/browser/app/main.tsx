import { SessionProvider } from 'next-auth/react'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Account } from './account'
import { Facts } from './facts'

const query = new URLSearchParams(location.search)
/** An option of the provider that the address may hold: `/?refetchInterval=1`. */
const seconds = (option: string) => (query.has(option) ? { [option]: Number(query.get(option)) } : {})

createRoot(document.body.appendChild(document.createElement('main'))).render(
  <StrictMode>
    <SessionProvider
      {...seconds('refetchInterval')}
      {...seconds('requestTimeout')}
      {...seconds('refetchLimit')}
    >
      <h1>Session</h1>
      <Facts />
      <Account />
      <a href="/elsewhere">Elsewhere</a>
    </SessionProvider>
  </StrictMode>,
)
