// @vitest-environment jsdom
import { fireEvent } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ann } from '../client/sessions'
import { describeEachReactMode, type ReactMode } from '../react/react-modes'
import { type OpenPanel, openPanel } from './open-panel'

/** Signed in at first, and then not any more. */
async function openAfterSignOut(mode: ReactMode): Promise<OpenPanel> {
  const opened = await openPanel(mode, { session: ann() })
  opened.auth.session = null
  await opened.read()
  return opened
}
const slideTo = ({ panel }: OpenPanel, step: number) =>
  fireEvent.change(panel.getByLabelText('Time'), { target: { value: String(step) } })

describeEachReactMode((mode) => {
  test('shows what was, and says so', async () => {
    const opened = await openAfterSignOut(mode)
    slideTo(opened, 0)

    expect(opened.panel.getByText(/^Looking back at step 0 of \d+$/)).toBeDefined()
    expect(opened.panel.getByText('authenticated', { selector: '.scd-pill' })).toBeDefined()
    expect(opened.lit()).toContain('session.status.authenticated')
  })

  test('leaves the session alone, which goes on', async () => {
    const opened = await openAfterSignOut(mode)
    const before = opened.client.actor.getSnapshot()
    slideTo(opened, 0)
    expect(opened.client.actor.getSnapshot()).toBe(before)
    expect(opened.client.getState().status).toBe('unauthenticated')

    opened.auth.session = ann()
    await opened.read()
    expect(opened.client.getState().status).toBe('authenticated')
    expect(opened.panel.getByText(/^Looking back at step 0 of/)).toBeDefined()
  })

  test('comes back to now', async () => {
    const opened = await openAfterSignOut(mode)
    slideTo(opened, 0)
    await opened.press('Back to now')

    expect(opened.panel.queryByText(/^Looking back/)).toBeNull()
    expect(opened.lit()).toContain('session.status.unauthenticated.known')
  })

  test('goes step by step, and not beyond the ends', async () => {
    const opened = await openAfterSignOut(mode)
    const last = Number(opened.panel.getByLabelText('Time').getAttribute('max'))
    expect(last).toBeGreaterThan(1)

    await opened.press('A step back')
    expect(opened.panel.getByText(`Looking back at step ${last - 1} of ${last}`)).toBeDefined()
    await opened.press('A step forward')
    await opened.press('A step forward')
    expect(opened.panel.getByText(`Looking back at step ${last} of ${last}`)).toBeDefined()
    slideTo(opened, 0)
    await opened.press('A step back')
    expect(opened.panel.getByText(`Looking back at step 0 of ${last}`)).toBeDefined()
  })

  test('looks at the session after an event of the log', async () => {
    const opened = await openAfterSignOut(mode)
    await opened.choose('Log')
    const [newest] = opened.panel.getAllByRole('listitem')
    const details = newest?.querySelector('details') as HTMLDetailsElement
    details.open = true
    fireEvent(details, new Event('toggle'))
    await opened.press('Look at the session after this')

    expect(opened.panel.getByText(/^Looking back at step/)).toBeDefined()
    expect(opened.panel.getByText('unauthenticated', { selector: '.scd-pill' })).toBeDefined()
    expect(newest?.querySelector('[data-chosen="true"]')).not.toBeNull()
  })

  test('has no real values of what was', async () => {
    const opened = await openAfterSignOut(mode)
    await opened.choose('State')
    await opened.user.click(opened.panel.getByLabelText('show real values'))
    slideTo(opened, 0)

    expect(opened.panel.getByLabelText('show real values')).toHaveProperty('disabled', true)
    expect(opened.panel.queryByText('"Ann"')).toBeNull()
    expect(opened.panel.getByText('"session 1"')).toBeDefined()
  })
})
