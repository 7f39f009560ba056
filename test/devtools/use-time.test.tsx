// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useTime } from '../../src/devtools/page/use-time'

beforeEach(() => void vi.useFakeTimers({ now: 1_000 }))
afterEach(() => void vi.useRealTimers())

test('gives the time as often as asked for, until it is gone', () => {
  const now = vi.fn(() => Date.now())
  const { result, unmount } = renderHook(() => useTime(now, 500))
  expect(result.current).toBe(1_000)

  act(() => void vi.advanceTimersByTime(499))
  expect(result.current).toBe(1_000)
  act(() => void vi.advanceTimersByTime(501))
  expect(result.current).toBe(2_000)

  unmount()
  expect(vi.getTimerCount()).toBe(0)
})
