import { cleanup, type RenderResult, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, describe } from 'vitest'
import './complaints'

export interface ReactMode {
  name: string
  isStrict: boolean
  render(ui: ReactNode): RenderResult
}

const modeOf = (name: string, isStrict: boolean): ReactMode => ({
  name,
  isStrict,
  render: (ui) => render(ui, { reactStrictMode: isStrict }),
})

/** Runs each case inside StrictMode and without it: an app may do either. */
export function describeEachReactMode(run: (mode: ReactMode) => void): void {
  describe.each([modeOf('in StrictMode', true), modeOf('without StrictMode', false)])('$name', run)
}

afterEach(cleanup)
