import type * as React from 'react'
import { SessionOptionError } from 'sessionchart'

const corners = ['bottom-right', 'bottom-left', 'top-right', 'top-left'] as const

/**
 * A corner of the window.
 * @useDeclaredType
 */
export type DevtoolsPosition = (typeof corners)[number]

/** @throws SessionOptionError for what is no corner. */
export function checkPosition(position: unknown): asserts position is DevtoolsPosition {
  if (!corners.some((corner) => corner === position)) {
    throw new SessionOptionError('position', position, `one of ${corners.join(', ')}`)
  }
}

/**
 * Puts something into a corner, so far from its edges, above the page. Styles of the element itself, which need no
 * sheet: the button is on the page before the panel and its sheet are loaded.
 */
export function inCorner(position: DevtoolsPosition, px: number): React.CSSProperties {
  const [vertical, horizontal] = position.split('-') as ['top' | 'bottom', 'left' | 'right']
  const inset = (edge: string) => `max(${px}px, env(safe-area-inset-${edge}))`
  return {
    position: 'fixed',
    [vertical]: inset(vertical),
    [horizontal]: inset(horizontal),
    zIndex: 2_147_483_000,
    colorScheme: 'light dark',
  }
}
