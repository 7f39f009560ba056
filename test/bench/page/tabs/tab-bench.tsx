import { type ReactNode, StrictMode, useLayoutEffect } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import type { Calls, MountOptions } from '../../tabs/tab-bench'

interface Sight {
  status: string
  at: number
}

const seen: Sight[] = []
const watchers = new Set<() => void>()

/** What is on the screen, and since when. */
export function Shown({ status }: { status: string }) {
  useLayoutEffect(() => {
    seen.push({ status, at: performance.now() })
    for (const look of watchers) look()
  }, [status])
  return <p role="status">{status}</p>
}

/** Puts what the bench does with a page of this library where the bench finds it. */
export function offerBench(makeApp: (options: MountOptions) => ReactNode, calls: Calls): void {
  let root: Root | undefined

  const mount = ({ isStrict, ...options }: MountOptions) => {
    root = createRoot(document.body.appendChild(document.createElement('main')))
    const app = makeApp(options)
    root.render(isStrict ? <StrictMode>{app}</StrictMode> : app)
  }
  const shownAt = (status: string) =>
    new Promise<number>((resolve) => {
      const look = () => {
        const sight = seen.find((one) => one.status === status)
        if (!sight) return
        watchers.delete(look)
        resolve(sight.at)
      }
      watchers.add(look)
      look()
    })

  const tabBench: Window['tabBench'] = {
    calls,
    mount,
    unmount: () => root?.unmount(),
    status: () => seen.at(-1)?.status ?? '',
    async race(path) {
      const start = performance.now()
      // Of its own URL: the cache of the browser lets the second of two equal requests wait for the first.
      const bare = fetch(`${path}?bare`)
        .then((response) => response.json())
        .then(() => performance.now() - start)
      mount({})
      return { shown: (await shownAt('authenticated')) - start, bare: await bare }
    },
  }
  Object.assign(window, { tabBench })
  const race = new URLSearchParams(location.search).get('race')
  // In the first task of the script, as an app is mounted.
  if (race) Object.assign(window, { raced: tabBench.race(race) })
}
