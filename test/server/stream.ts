import { Writable } from 'node:stream'
import type { ReactNode } from 'react'
import { renderToPipeableStream } from 'react-dom/server'

export interface Streamed {
  /** The HTML that has come so far. */
  html(): string
  /** Resolves when the part outside of the boundaries that wait has been sent. */
  shell: Promise<void>
  /** Resolves when everything has been sent. */
  end: Promise<void>
  errors: unknown[]
}

/** Renders the way a server does that streams. */
export function stream(ui: ReactNode): Streamed {
  let html = ''
  const errors: unknown[] = []
  const sink = new Writable({
    write(chunk, _, done) {
      html += chunk
      done()
    },
  })
  const end = new Promise<void>((resolve) => sink.on('finish', resolve))
  const shell = new Promise<void>((resolve, reject) => {
    const { pipe } = renderToPipeableStream(ui, {
      onShellReady() {
        pipe(sink)
        resolve()
      },
      onShellError: reject,
      onError: (error) => void errors.push(error),
    })
  })
  return { html: () => html, shell, end, errors }
}
