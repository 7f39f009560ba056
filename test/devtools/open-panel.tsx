import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { SessionClientOptions } from 'sessionchart'
import { SessionDevtoolsPanel } from 'sessionchart/devtools/panel'
import { createTestClient, type TestClient } from '../client/test-client'
import type { ReactMode } from '../react/react-modes'

export interface OpenPanel extends TestClient {
  user: ReturnType<typeof userEvent.setup>
  panel: ReturnType<typeof within>
  /** Goes to a tab of the panel. */
  choose(tab: string): Promise<void>
  press(button: string): Promise<void>
  /** The ids of the states that are lit, without the regions around them. */
  lit(): string[]
  /** Reads the session, and waits until the panel shows what has come of it. */
  read(): Promise<void>
}

/** The panel of a client that runs, in a page that a test plays. jsdom has no widths: everything is on tabs. */
export async function openPanel(
  { render }: ReactMode,
  options: SessionClientOptions = {},
  props: { onClose?: () => void } = {},
): Promise<OpenPanel> {
  const tested = createTestClient(options)
  const user = userEvent.setup()
  tested.client.start()
  await act(() => tested.auth.settled())
  render(<SessionDevtoolsPanel client={tested.client} {...props} />)
  const region = await screen.findByRole('region', { name: 'Session devtools' })
  const panel = within(region)
  return {
    ...tested,
    user,
    panel,
    choose: (tab) => user.click(panel.getByRole('tab', { name: tab })),
    press: (button) => user.click(panel.getByRole('button', { name: button })),
    lit: () =>
      [...region.querySelectorAll('[data-state][data-active="true"]')]
        .map((state) => state.getAttribute('data-state') ?? '')
        .sort(),
    async read() {
      await act(() => tested.client.refetch())
      await nextFrame()
    },
  }
}

/** The panel renders with the next frame. */
export const nextFrame = () =>
  act(() => new Promise<void>((resolve) => requestAnimationFrame(() => resolve())))
