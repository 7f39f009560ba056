import { type RefObject, useEffect, useRef, useState } from 'react'
import { isReport, type Report } from '../messages'
import { useGone } from './use-gone'

/** What the stage knows of one of the two apps. */
export interface Side {
  frame: RefObject<HTMLIFrameElement | null>
  /** What the app last said about itself. */
  report: Report | undefined
  /** Where the page has gone, `null` while it has not. */
  gone: string | null
  /** To be told when the frame has loaded a page. */
  onLoad(): void
}

export function useSide(name: 'left' | 'right'): Side {
  const frame = useRef<HTMLIFrameElement>(null)
  const [report, setReport] = useState<Report>()
  const { gone, ask } = useGone(frame, name)

  useEffect(() => {
    const hear = ({ source, data }: MessageEvent) => {
      if (source && source === frame.current?.contentWindow && isReport(data)) setReport(data)
    }
    window.addEventListener('message', hear)
    return () => window.removeEventListener('message', hear)
  }, [])

  return { frame, report, gone, onLoad: ask }
}
