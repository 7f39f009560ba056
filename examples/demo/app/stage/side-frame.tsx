import type { ReactNode } from 'react'
import { Gone } from './gone'
import type { Side } from './use-side'

interface SideFrameProps {
  name: string
  url: string
  side: Side
  children: ReactNode
}

/** One of the two apps, in a frame that is as high as it wants to be. */
export function SideFrame({ name, url, side, children }: SideFrameProps) {
  const { frame, report, gone, onLoad } = side
  const goBack = () => {
    if (frame.current) frame.current.src = url
  }
  return (
    <section className="side">
      <header>
        <h2>
          <code>{name}</code>
        </h2>
        <p className="quiet">{children}</p>
      </header>
      <div className="window">
        <iframe ref={frame} src={url} title={name} style={{ height: report?.height }} onLoad={onLoad} />
        {gone !== null && <Gone name={name} page={gone} onBack={goBack} />}
      </div>
    </section>
  )
}
