import { useEffect } from 'react'
import { useSession } from 'sessionchart/react'
import { HERE, type Report, WHO_IS_THERE } from '../messages'

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

/** Says that this page is the one that belongs here. */
export function answerStage(): void {
  window.addEventListener('message', ({ source, data }) => {
    if (data === WHO_IS_THERE) source?.postMessage(HERE, { targetOrigin: '*' })
  })
}
