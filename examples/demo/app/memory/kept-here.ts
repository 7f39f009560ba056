import type { Kept } from '../../server/kept'
import { demoPath } from './places'

const keyOf = (name: string) => `sessionchart-demo:1:${demoPath}:${name}`

/** Kept in this browser, for all tabs and frames of this demo, and when a page is loaded anew. */
export function keptHere<Value>(name: string, first: Value): Kept<Value> {
  const key = keyOf(name)
  const write = (value: Value) => localStorage.setItem(key, JSON.stringify(value))
  const read = () => JSON.parse(localStorage.getItem(key) ?? 'null') as Value | null
  // At once, so that all of them begin with the same.
  if (read() === null) write(first)
  return { read: () => read() ?? first, write }
}

/** Calls back when another page has written there. */
export function onWritten(name: string, callback: () => void): void {
  window.addEventListener('storage', ({ key }) => {
    if (key === keyOf(name)) callback()
  })
}
