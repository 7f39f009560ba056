import { useEffect } from 'react'
import type { Size } from '../messages'

/** Tells the page around how high this one is, so that nobody has to scroll in a frame. */
export function ReportSize() {
  useEffect(() => {
    if (window.parent === window) return undefined
    const report = () => {
      const size: Size = { height: Math.ceil(document.body.getBoundingClientRect().height) }
      window.parent.postMessage(size, '*')
    }
    // At once, because nothing is observed in a frame that is out of sight.
    report()
    const observer = new ResizeObserver(report)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [])
  return null
}
