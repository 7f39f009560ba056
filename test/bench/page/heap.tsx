import { Fragment } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import type { CreateLibrary, Library } from './libraries/library'
import { signInAs } from './server'
import { nextMessage, nextTask } from './watch-timers'

const Name = ({ library }: { library: Library }) => <p>{library.useUser()?.name}</p>

/** Mounts so many providers with a session and a consumer each. They stay. */
export async function mountMany(createLibrary: CreateLibrary, count: number, main: Element): Promise<void> {
  signInAs('Ann')
  const providers = Array.from({ length: count }, (_, id) => {
    const library = createLibrary()
    return <Fragment key={String(id)}>{library.provide(<Name library={library} />)}</Fragment>
  })
  createRoot(main).render(providers)
  while (main.lastChild?.textContent !== 'Ann') await nextTask()
  // What they do beside each other at the beginning is over then.
  await new Promise<void>((resolve) => requestIdleCallback(() => resolve()))
}

/** Mounts a provider and takes it away again, so many times. */
export async function cycle(createLibrary: CreateLibrary, times: number, main: Element): Promise<void> {
  signInAs('Ann')
  const root = createRoot(main)
  for (let time = 0; time < times; time += 1) {
    const library = createLibrary()
    flushSync(() => root.render(library.provide(<Name library={library} />)))
    // It gets to do what it does after the mount.
    await nextMessage()
    flushSync(() => root.render(null))
    await nextMessage()
  }
  root.unmount()
}
