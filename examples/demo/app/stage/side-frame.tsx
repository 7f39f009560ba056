import { type ReactNode, useEffect, useRef, useState } from 'react'
import { isSize } from '../messages'

interface SideFrameProps {
  name: string
  url: string
  children: ReactNode
  onFrame(frame: HTMLIFrameElement): () => void
}

/** One of the two apps, in a frame that is as high as it wants to be. */
export function SideFrame({ name, url, children, onFrame }: SideFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [height, setHeight] = useState<number>()

  useEffect(() => {
    const hear = ({ source, data }: MessageEvent) => {
      if (source === frame.current?.contentWindow && isSize(data)) setHeight(data.height)
    }
    window.addEventListener('message', hear)
    const forget = frame.current ? onFrame(frame.current) : undefined
    return () => {
      window.removeEventListener('message', hear)
      forget?.()
    }
  }, [onFrame])

  return (
    <section className="side">
      <header>
        <h2>
          <code>{name}</code>
        </h2>
        <p className="quiet">{children}</p>
      </header>
      <iframe ref={frame} src={url} title={name} style={{ height }} />
    </section>
  )
}
