import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { HERE, WHO_IS_THERE } from '../messages'

const ANSWER_MS = 1_000

/**
 * Where the page of a frame has gone, `null` while it is one that belongs there. The frame is of another origin, so
 * the stage asks each page that it loads. One that gives no answer is an error page, of the server or the browser.
 */
export function useGone(frame: RefObject<HTMLIFrameElement | null>, side: 'left' | 'right') {
  const [gone, setGone] = useState<string | null>(null)
  const silence = useRef<ReturnType<typeof setTimeout>>(undefined)

  const answered = useCallback(() => {
    clearTimeout(silence.current)
    silence.current = undefined
    setGone(null)
  }, [])

  const ask = useCallback(() => {
    clearTimeout(silence.current)
    const mine = setTimeout(async () => {
      const page = await lastPageOf(side)
      if (silence.current === mine) setGone(page)
    }, ANSWER_MS)
    silence.current = mine
    frame.current?.contentWindow?.postMessage(WHO_IS_THERE, '*')
  }, [frame, side])

  useEffect(() => {
    const hear = ({ source, data }: MessageEvent) => {
      if (source === frame.current?.contentWindow && data === HERE) answered()
    }
    window.addEventListener('message', hear)
    return () => {
      window.removeEventListener('message', hear)
      clearTimeout(silence.current)
    }
  }, [frame, answered])

  return { gone, ask }
}

/** Only the server knows. */
const lastPageOf = (side: string) =>
  fetch(`api/last-page/${side}`).then(
    (response) => response.text(),
    () => 'another page',
  )
