import { useEffect } from 'react'
import { useSession } from 'sessionchart/react'
import type { Report } from '../messages'

/** Tells the page around how high this one is, so that nobody has to scroll in a frame, and what it shows. */
export function TalkToStage() {
  const { status } = useSession()
  useEffect(() => {
    if (window.parent === window) return undefined
    const report = () => {
      const height = Math.ceil(document.body.getBoundingClientRect().height)
      window.parent.postMessage({ height, status } satisfies Report, '*')
    }
    // At once, because nothing is observed in a frame that is out of sight.
    report()
    const observer = new ResizeObserver(report)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [status])
  return null
}
