import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { SessionProvider } from 'sessionchart/react'
import { Account } from './account'
import { answerStage } from './answer-stage'
import { authPath } from './auth-path'
import { TalkToStage } from './talk-to-stage'
import { Timeline } from './timeline'
import { watchRequests } from './watch-requests'
import '../look.css'
import './side.css'

/** The app of both sides. `why` is what the library knows beyond data and status. */
export function mount(why: ReactNode): void {
  watchRequests()
  answerStage()
  createRoot(document.getElementById('root') as HTMLElement).render(
    <StrictMode>
      <SessionProvider basePath={authPath} refetchInterval={4}>
        <main className="app">
          <h1 className="unseen">{document.title}</h1>
          <Account />
          <Timeline />
          {why}
        </main>
        <TalkToStage />
      </SessionProvider>
    </StrictMode>,
  )
}
