import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { SessionProvider, SignedIn } from 'sessionchart/react'
import { Account } from './account'

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <SessionProvider>
      <SignedIn>
        <p>Only for members</p>
      </SignedIn>
      <Account />
    </SessionProvider>
  </StrictMode>,
)
