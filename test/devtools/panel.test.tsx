// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react'
import { createRecorder } from 'sessionchart/inspect'
import { expect, test, vi } from 'vitest'
import { serverError } from '../client/fake-auth'
import { ann } from '../client/sessions'
import { createTestClient } from '../client/test-client'
import { describeEachReactMode } from '../react/react-modes'
import { nextFrame, openPanel } from './open-panel'

describeEachReactMode((mode) => {
  test('says why the session is kept when a request fails', async () => {
    const { auth, read, panel } = await openPanel(mode, { session: ann() })
    auth.answerNext('/session', serverError)
    await read()

    expect(panel.getByText(/^Still signed in: the last request failed \(HTTP 500\)/)).toBeDefined()
    expect(panel.getByText('authenticated', { selector: '.scd-pill' })).toBeDefined()
    expect(panel.getByText('stale')).toBeDefined()
  })

  test('lights the states that are active, and follows them', async () => {
    const { auth, read, lit } = await openPanel(mode, { session: ann() })
    expect(lit()).toContain('session.status.authenticated')

    auth.session = null
    await read()
    expect(lit()).toContain('session.status.unauthenticated.known')
    expect(lit()).not.toContain('session.status.authenticated')
  })

  test('shows the last transition', async () => {
    const { auth, read, panel } = await openPanel(mode, { session: ann() })
    auth.session = null
    await read()

    const status = panel.getByRole('img', { name: 'status: unauthenticated · known' })
    expect(status.querySelectorAll('.scd-arrow[data-taken="true"]').length).toBeGreaterThan(0)
    const network = panel.getByRole('img', { name: 'network: online' })
    expect(network.querySelectorAll('.scd-arrow[data-taken="true"]')).toHaveLength(0)
  })

  test('says what can happen next, and why nothing comes of the rest', async () => {
    const { choose, panel, page } = await openPanel(mode, { session: ann(), refetchInterval: 600 })
    await choose('Next')
    expect(panel.getByText('Poll').closest('li')?.textContent).toMatch(/^willPoll in \d+ min/)

    await act(async () => page.goOffline())
    await nextFrame()
    const focus = panel.getByText('The tab comes to the front').closest('li')
    expect(focus?.textContent).toContain('Offline: ')
  })

  test('replaces what is personal until real values are asked for', async () => {
    const { choose, panel, user } = await openPanel(mode, { session: ann() })
    await choose('State')
    expect(panel.queryByText(/Ann/)).toBeNull()

    await user.click(panel.getByLabelText('show real values'))
    expect(panel.getByText('"Ann"')).toBeDefined()
  })

  test('closes on Escape, wherever the focus is', async () => {
    const onClose = vi.fn()
    const { choose, user } = await openPanel(mode, {}, { onClose })
    await choose('Log')
    await user.keyboard('{Escape}')
    expect(onClose).toHaveBeenCalledTimes(1)
  })

  test('goes from tab to tab with the arrow keys', async () => {
    const { panel, user } = await openPanel(mode)
    const names = panel.getAllByRole('tab').map((tab: HTMLElement) => tab.textContent)
    panel.getByRole('tab', { name: 'Chart' }).focus()
    await user.keyboard('{ArrowRight}')
    expect(document.activeElement?.textContent).toBe(names[1])
    await user.keyboard('{ArrowLeft}{ArrowLeft}')
    expect(document.activeElement?.textContent).toBe(names.at(-1))
    expect(panel.getByRole('tab', { selected: true })).toBe(document.activeElement)
    await user.keyboard('{Home}')
    expect(document.activeElement?.textContent).toBe(names[0])
    await user.keyboard('{End}')
    expect(document.activeElement?.textContent).toBe(names.at(-1))
  })

  test('renders once for all that happens between two frames', async () => {
    const recorder = createRecorder()
    const recording = vi.spyOn(recorder, 'recording')
    const { client } = createTestClient({ session: ann() })
    client.start()
    const { SessionDevtoolsPanel } = await import('sessionchart/devtools/panel')
    mode.render(<SessionDevtoolsPanel client={client} recorder={recorder} />)
    await nextFrame()
    recording.mockClear()

    for (let times = 0; times < 20; times++) {
      client.actor.send({ type: 'network.lost', at: Date.now() })
      client.actor.send({ type: 'network.restored', at: Date.now() })
    }
    expect(recording).not.toHaveBeenCalled()
    await nextFrame()
    expect(recording).toHaveBeenCalledTimes(1)
  })

  test('holds its own when a part of it fails', async () => {
    const { panel, read, client } = await openPanel(mode, { session: ann() })
    const state = client.getState()
    vi.spyOn(console, 'error').mockImplementation(() => {})
    vi.spyOn(client, 'getState').mockReturnValue({ ...state, cause: { type: 'no such' } as never })
    await read()

    expect(panel.getByRole('alert').textContent).toContain('cause.type')
    fireEvent.click(screen.getByRole('tab', { name: 'Log' }))
    expect(panel.getByLabelText('Filter the log')).toBeDefined()
  })
})
