import { type ReactNode, useEffect, useLayoutEffect } from 'react'
import { createRoot, hydrateRoot, type Root } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { cycle, mountMany } from './heap'
import type { CreateLibrary, Library, Part } from './libraries/library'
import { signInAs } from './server'
import { nextTask, timersLeft } from './watch-timers'

/** One in so many consumers shows the field that changes. */
const SHARE = 10
const QUIET_TASKS = 3

let library: Library
let root: Root
let renders = 0
let turn = 0
// Not laid out: that costs the same with each library.
const main = document.body.appendChild(document.createElement('main'))
main.hidden = true

function User() {
  renders += 1
  return <p>{library.useUser()?.name}</p>
}

function OnePart({ part }: { part: Part }) {
  renders += 1
  return <p>{library.usePart(part)}</p>
}

interface MountedProps {
  onCommit(): void
  onMount(): void
}

/** The last one in the app. */
function Mounted({ onCommit, onMount }: MountedProps) {
  useLayoutEffect(onCommit, [onCommit])
  useEffect(onMount, [onMount])
  return null
}

const users = (count: number) => Array.from({ length: count }, (_, id) => <User key={keyOf(id)} />)
const parts = (count: number) =>
  Array.from({ length: count }, (_, id) => (
    <OnePart key={keyOf(id)} part={id % SHARE === 0 ? 'name' : 'email'} />
  ))
const keyOf = (id: number) => `${id}`

const isShown = (name: string) => main.firstChild?.textContent === name

/** Waits until it is done, and then until nothing happens any more. */
async function settle(isDone: () => boolean) {
  let quietFor = 0
  while (quietFor < QUIET_TASKS) {
    const before = renders
    await nextTask()
    quietFor = isDone() && library.isIdle() && renders === before ? quietFor + 1 : 0
  }
}

/** Renders an app with these consumers and waits until it is mounted. Gives the milliseconds until React had rendered. */
async function show(consumers: ReactNode[], render: (app: ReactNode) => void) {
  const app = (mounted: MountedProps) =>
    library.provide([...consumers, <Mounted key="mounted" {...mounted} />])
  let milliseconds = 0
  await new Promise<void>((resolve) => {
    const start = performance.now()
    const onCommit = () => {
      milliseconds = performance.now() - start
    }
    render(app({ onCommit, onMount: resolve }))
  })
  await settle(() => isShown(`Ann ${turn}`))
  return milliseconds
}

/** Puts `window.bench` there, for an app on this library. */
export function startBench(createLibrary: CreateLibrary): void {
  const begin = () => {
    turn += 1
    signInAs(`Ann ${turn}`)
    library = createLibrary()
  }
  const mount = (consumersOf: typeof users) => (count: number) => {
    begin()
    root = createRoot(main)
    return show(consumersOf(count), (app) => root.render(app))
  }

  const bench = {
    renders: () => renders,
    timersLeft,
    mount: mount(users),
    mountParts: mount(parts),
    unmount: async () => {
      root.unmount()
      await nextTask()
    },
    /** What a server sends. */
    prerender(count: number) {
      begin()
      main.innerHTML = renderToString(library.provide(users(count)))
      // The page has not what the server has had.
      library = createLibrary()
    },
    hydrate: (count: number) =>
      show(users(count), (app) => {
        root = hydrateRoot(main, app, { onRecoverableError: reportError })
      }),
    /** What it takes to measure. */
    nothing: () => settle(() => true),
    async refetch(name = `Ann ${turn}`) {
      signInAs(name)
      await library.refetch()
      await settle(() => isShown(name))
    },
    async update(name: string) {
      await library.update(name)
      await settle(() => isShown(name))
    },
    async signOut() {
      await library.signOut()
      await settle(() => isShown(''))
    },
    mountMany: (count: number) => mountMany(createLibrary, count, main),
    cycle: (times: number) => cycle(createLibrary, times, main),
  }
  Object.assign(window, { bench })
}
