import type { Browser } from 'playwright-core'
import { type BenchPage, during, openBenchPage } from '../../bench-page'
import { buildPage, type PageScripts } from '../../build-page'
import { LIBRARIES, type LibraryName } from '../../libraries'

const FILES: Record<LibraryName | 'none', string> = {
  sessionchart: 'sessionchart',
  'next-auth v5': 'next-auth-v5',
  'next-auth v4': 'next-auth-v4',
  'better-auth': 'better-auth',
  none: 'none',
}

/** An app with one of the libraries, or with none. */
export type AppName = keyof typeof FILES

export type Apps = Record<AppName, PageScripts>

export const buildApps = async (): Promise<Apps> =>
  Object.fromEntries(
    await Promise.all(
      [...LIBRARIES, 'none' as const].map(async (name) => [name, await buildPage(sourceOf(name))]),
    ),
  )

const sourceOf = (name: AppName) => `
  import { startBench } from './react'
  import { createLibrary } from './libraries/${FILES[name]}'
  startBench(createLibrary)`

/** The page of an app, on which `bench` can be called. */
export interface AppPage extends BenchPage {
  /** Calls a function of test/bench/page/react.tsx. */
  call<Result>(name: string, ...given: Array<string | number>): Promise<Result>
  /** Calls it, and says how often consumers have rendered and how long the main thread was busy. */
  time(name: string, ...given: Array<string | number>): Promise<Cost>
}

export interface Cost {
  renders: number
  /** What the main thread has had of a processor. */
  milliseconds: number
  /** What the function gave: of a mount, the milliseconds by the clock until React had rendered. */
  given: number
}

export async function openApp(browser: Browser, apps: Apps, name: AppName): Promise<AppPage> {
  const opened = await openBenchPage(browser, apps[name])
  await opened.page.waitForFunction('window.bench')
  const call = <Result>(called: string, ...given: Array<string | number>) =>
    opened.run<Result>(`bench.${called}(${given.map((one) => JSON.stringify(one)).join()})`)
  return {
    ...opened,
    call,
    async time(...called) {
      const before = await call<number>('renders')
      let given = 0
      const of = await during(opened.read, async () => {
        given = await call(...called)
      })
      const after = await call<number>('renders')
      return { renders: after - before, milliseconds: of('TaskDuration') * 1e3, given }
    },
  }
}
