import { browserEnvironment } from 'sessionchart'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { lateEnvironment } from '../../src/engine/late-environment'

afterEach(() => vi.unstubAllGlobals())

describe('where there is no `process`', () => {
  test('no variable is set', () => {
    vi.stubGlobal('process', undefined)
    const urls = [browserEnvironment.variable('NEXTAUTH_URL'), browserEnvironment.variable('VERCEL_URL')]
    vi.unstubAllGlobals()
    expect(urls).toEqual([undefined, undefined])
  })

  test('nothing says that it is production', () => {
    const { process } = globalThis
    vi.stubGlobal('process', { ...process, env: { NODE_ENV: 'production' } })
    expect(browserEnvironment.isProduction()).toBe(true)

    vi.stubGlobal('process', undefined)
    const isProduction = browserEnvironment.isProduction()
    vi.unstubAllGlobals()
    expect(isProduction).toBe(false)
  })
})

describe('a channel', () => {
  test('is none where the browser has none', () => {
    vi.stubGlobal('BroadcastChannel', undefined)
    expect(lateEnvironment.openChannel('name', () => {})).toBeNull()
  })

  test('is none where an opaque origin forbids it', () => {
    vi.stubGlobal(
      'BroadcastChannel',
      class {
        constructor() {
          throw new DOMException('It is opaque.', 'SecurityError')
        }
      },
    )
    expect(lateEnvironment.openChannel('name', () => {})).toBeNull()
  })
})
