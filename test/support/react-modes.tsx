import { cleanup, configure } from '@testing-library/react'
import { afterEach, beforeEach, describe } from 'vitest'
import { closeScene, openScene } from './scene'

interface ReactMode {
  isStrict: boolean
}

/** Runs each test with and without `<StrictMode>`, on a faked clock. */
export function describeEachReactMode(body: (mode: ReactMode) => void): void {
  describe.each([
    { name: 'strict', isStrict: true },
    { name: 'not strict', isStrict: false },
  ])('$name', (mode) => {
    beforeEach(() => {
      configure({ reactStrictMode: mode.isStrict })
      openScene()
    })
    afterEach(async () => {
      cleanup()
      await closeScene()
    })
    body(mode)
  })
}
