// @vitest-environment jsdom
import { act } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ann } from '../client/sessions'
import { describeEachReactMode, type ReactMode } from '../react/react-modes'
import { nextFrame, type OpenPanel, openPanel } from './open-panel'

/** The log of a session that has lost and found the network so many times. */
async function openLog(mode: ReactMode, times: number): Promise<OpenPanel & { shown(): number }> {
  const opened = await openPanel(mode, { session: ann() })
  await opened.choose('Log')
  await act(async () => {
    for (let time = 0; time < times; time++) {
      for (const type of ['network.lost', 'network.restored'] as const) {
        opened.client.actor.send({ type, at: Date.now() })
      }
    }
    // Which changes nothing.
    opened.client.actor.send({ type: 'session.provided', at: Date.now(), session: ann(), user: null })
  })
  await opened.auth.settled()
  await nextFrame()
  return { ...opened, shown: () => opened.panel.getAllByRole('listitem').length }
}

describeEachReactMode((mode) => {
  test('shows the events that have the words', async () => {
    const { panel, user, shown } = await openLog(mode, 2)
    await user.type(panel.getByLabelText('Filter the log'), 'network.lost')

    expect(shown()).toBe(2)
    expect(panel.getByRole('status').textContent).toMatch(/^2 of \d+ events$/)
  })

  test('shows what has changed nothing when it is asked for', async () => {
    const { panel, user, shown } = await openLog(mode, 1)
    const before = shown()
    await user.click(panel.getByLabelText('only changes'))

    expect(shown()).toBeGreaterThan(before)
  })

  test('shows as many as can be looked through, and more when asked', async () => {
    const { press, panel, shown } = await openLog(mode, 25)
    expect(shown()).toBe(40)

    const button = panel.getByRole('button', { name: / more$/ })
    const more = Number.parseInt(button.textContent ?? '', 10)
    expect(more).toBeGreaterThan(0)
    await press(button.textContent ?? '')
    expect(shown()).toBe(40 + more)
  })
})
