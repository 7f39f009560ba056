import * as React from 'react'
import { watchWidth } from './page'

/** So wide that the chart has room beside the rest. */
const WIDE_PX = 900

/** Whether an element is wide, whatever the window is. */
export function useIsWide(element: React.RefObject<Element | null>): boolean {
  const [isWide, setIsWide] = React.useState(false)
  React.useLayoutEffect(
    () => (element.current ? watchWidth(element.current, (width) => setIsWide(width >= WIDE_PX)) : undefined),
    [element],
  )
  return isWide
}
