import { lazy, StrictMode, Suspense, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { SessionProvider, SignedIn } from 'sessionchart/react'
import { Account } from './account'

const Inspector = lazy(() => import('./inspector'))

function App() {
  const [inspected, setInspected] = useState(false)
  return (
    <SessionProvider>
      <Account />
      <SignedIn>
        <p>Only for members</p>
      </SignedIn>
      <button type="button" onClick={() => setInspected(true)}>
        Inspect
      </button>
      <Suspense>{inspected && <Inspector />}</Suspense>
    </SessionProvider>
  )
}

createRoot(document.body.appendChild(document.createElement('main'))).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
