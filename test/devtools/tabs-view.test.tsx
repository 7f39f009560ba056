// @vitest-environment jsdom
import { act } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { ann } from '../client/sessions'
import { describeEachReactMode } from '../react/react-modes'
import { nextFrame, openPanel } from './open-panel'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
  Reflect.deleteProperty(navigator, 'locks')
})

/** The browser tells of these locks. */
const holdLocks = (held: number, waiting: number) => {
  const locks = (count: number) => Array.from({ length: count }, () => ({ name: 'sessionchart:/api/auth' }))
  const query = async () => ({ held: locks(held), pending: locks(waiting) })
  Object.defineProperty(navigator, 'locks', { configurable: true, value: { query } })
}

describeEachReactMode((mode) => {
  async function openTabs() {
    const opened = await openPanel(mode, { session: ann() })
    await opened.choose('Other tabs')
    // The locks are counted.
    await act(async () => {})
    const fact = (name: string) => opened.panel.queryByText(name)?.nextElementSibling?.textContent
    return { ...opened, fact }
  }

  test('says what this tab knows of the others', async () => {
    const { panel, fact, read } = await openTabs()

    expect(fact('Asks the server')).toBe('nobody, as far as is known')
    expect(fact('Was answered last')).toBe('nobody yet')
    expect(fact('Wait for their turn')).toBeUndefined()
    expect(panel.getByText('No other tab has said anything since this was opened.')).toBeDefined()
    await read()
    expect(fact('Was answered last')).toBe('this tab')
  })

  test('says who asks, and how many wait', async () => {
    holdLocks(1, 2)
    const { fact } = await openTabs()

    expect(fact('Asks the server')).toBe('another tab')
    expect(fact('Wait for their turn')).toBe('2')
  })

  test('lists a tab that was heard of', async () => {
    const { client, panel } = await openTabs()
    const at = Date.now()
    await act(async () => client.actor.send({ type: 'otherTab.began', at, from: 'tab 2', epoch: at }))
    await nextFrame()

    expect(panel.getByText(/^began at/).closest('li')?.textContent).toMatch(/^tab .*began at \d/)
    expect(panel.queryByText(/^No other tab/)).toBeNull()
  })
})

describeEachReactMode((mode) => {
  test('counts the locks no longer when it is gone', async () => {
    const query = vi.fn(async () => ({}))
    Object.defineProperty(navigator, 'locks', { configurable: true, value: { query } })
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const { choose } = await openPanel(mode, { session: ann() })
    await choose('Other tabs')
    const before = query.mock.calls.length
    await act(() => vi.advanceTimersByTimeAsync(3_000))
    expect(query.mock.calls.length).toBe(before + 3)

    await choose('Log')
    await act(() => vi.advanceTimersByTimeAsync(3_000))
    expect(query.mock.calls.length).toBe(before + 3)
  })
})
