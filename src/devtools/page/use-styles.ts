import * as React from 'react'
import { adoptStyles } from './page'
import { styles } from './styles'

/** Gives the document of an element the styles of the panel, for as long as it is there. */
export function useStyles(root: React.RefObject<HTMLElement | null>): void {
  React.useLayoutEffect(() => (root.current ? adoptStyles(root.current, styles) : undefined), [root])
}
