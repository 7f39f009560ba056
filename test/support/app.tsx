import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import type { SessionProviderProps, SessionState } from 'sessionchart/react'
import * as library from 'sessionchart/react'
import { absent, isOurs } from './compared'

/** `sessionchart/react`, or what a run of the same steps puts in its place. */
export type Library = typeof library

interface Render {
  status: SessionState['status']
  data: SessionState['data']
  update: library.UpdateSession
  state: SessionState
}

/** A component that writes down what each of its renders got. */
export interface Probe {
  Probe(): ReactNode
  renders: Render[]
  last(): Render
  /** The statuses in the order of their appearance. */
  statuses(): string[]
}

export function createProbe({ useSession, useSessionState }: Library = library): Probe {
  const useFullState = isOurs ? useSessionState : () => absent as SessionState
  const renders: Render[] = []
  return {
    renders,
    Probe() {
      const { status, data, update } = useSession()
      const state = useFullState()
      renders.push({ status, data, update, state })
      return <p>{status === 'authenticated' ? data.user?.name : status}</p>
    },
    last() {
      const last = renders.at(-1)
      if (!last) throw new Error('Nothing was rendered yet.')
      return last
    },
    statuses: () =>
      renders.map(({ status }) => status).filter((status, index, all) => status !== all[index - 1]),
  }
}

type ProviderProps = Omit<SessionProviderProps, 'children'>

/** Renders a provider with a probe in it. */
export function renderApp(props: ProviderProps = {}, children?: ReactNode) {
  const probe = createProbe()
  const app = (next: ProviderProps) => (
    <library.SessionProvider {...next}>
      <probe.Probe />
      {children}
    </library.SessionProvider>
  )
  const view = render(app(props))
  return {
    ...probe,
    view,
    /** Renders the parent of the provider again. */
    rerender: (next: ProviderProps = props) => view.rerender(app(next)),
  }
}
