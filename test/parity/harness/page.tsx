import { act, type RenderResult, render } from '@testing-library/react'
import * as React from 'react'
import { vi } from 'vitest'
import { stubLocation } from './fake-location'
import { type FakeServer, type SeenRequest, stubServer } from './fake-server'
import { type FakeTabs, stubTabs } from './fake-tabs'
import {
  type Library,
  loadLibrary,
  type Maker,
  type ProviderProps,
  type SessionValue,
  type UseSessionOptions,
  type Version,
} from './library'

/** Everything that can be seen from outside of what a library did. */
export interface Outcome {
  result: unknown
  requests: SeenRequest[]
  visited: string[]
  reloads: number
  /** What was on the screen, one after the other. */
  shown: string[]
}

export interface PageOptions {
  href?: string
  hearsItself?: boolean
}

interface MountOptions {
  strict?: boolean
  /** What `useSession` is given besides `required: true`. */
  required?: Partial<UseSessionOptions>
}

/** A page of an app that uses one of the libraries. */
export class Page {
  readonly server: FakeServer
  readonly tabs: FakeTabs
  readonly shown: string[] = []
  readonly #location
  #current: SessionValue | null = null
  #tree: RenderResult | null = null

  static async open(maker: Maker, version: Version, options: PageOptions = {}): Promise<Page> {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] })
    // What it logs is not part of the comparison.
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const page = new Page(options)
    page.#library = await loadLibrary(maker, version)
    return page
  }

  #library: Library | null = null
  private constructor({ href, hearsItself = false }: PageOptions) {
    this.#location = stubLocation(href)
    this.server = stubServer()
    this.tabs = stubTabs({ hearsItself })
    this.#see('visible')
  }

  get library(): Library {
    if (!this.#library) throw new Error('The page is not open')
    return this.#library
  }

  /** What `useSession` gave at the last render. */
  get current(): SessionValue {
    if (!this.#current) throw new Error('Nothing is rendered')
    return this.#current
  }

  /** Renders a provider, and below it a component that uses the session. Renders again when called again. */
  async mount(props: ProviderProps = {}, { strict = false, required }: MountOptions = {}) {
    const { SessionProvider } = this.library
    const { Probe } = this
    const element = (
      <SessionProvider {...props}>
        <Probe options={required && { required: true, ...required }} />
      </SessionProvider>
    )
    const tree = strict ? <React.StrictMode>{element}</React.StrictMode> : element
    act(() => {
      if (this.#tree) this.#tree.rerender(tree)
      else this.#tree = render(tree)
    })
    await this.settle()
  }

  readonly Probe = ({ options }: { options: UseSessionOptions | undefined }) => {
    const value = this.library.useSession(options)
    React.useEffect(() => {
      this.#current = value
      this.#note(value)
    })
    return null
  }

  /** Runs a call until nothing more happens. Gives what it resolved with, what it threw, or that it still waits. */
  async run(call: () => unknown): Promise<unknown> {
    let outcome: unknown = 'waits'
    await act(async () => {
      Promise.resolve()
        .then(call)
        .then(
          (value) => {
            outcome = value
          },
          (error: Error) => {
            outcome = { rejected: error.name, message: error.message }
          },
        )
    })
    await this.settle()
    return outcome
  }

  async hide() {
    await this.#turn('hidden')
  }

  async hideAndShow() {
    await this.#turn('hidden')
    await this.#turn('visible')
  }

  async goOffline() {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    await this.hear(new Event('offline'))
  }

  async goOnline() {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true)
    await this.hear(new Event('online'))
  }

  async advance(seconds: number) {
    await act(() => vi.advanceTimersByTimeAsync(seconds * 1_000))
    await this.settle()
  }

  /** Waits until neither the library nor the server nor React has anything more to do. */
  async settle() {
    let quietTurns = 0
    while (quietTurns < 5) {
      const before = this.#activity()
      await act(async () => {
        await vi.dynamicImportSettled()
        await new Promise((resolve) => setImmediate(resolve))
      })
      quietTurns = this.#activity() === before ? quietTurns + 1 : 0
    }
  }

  outcome(result: unknown): Outcome {
    const { visited, reloads } = this.#location
    return { result, requests: this.server.requests, visited, reloads, shown: this.shown }
  }

  close() {
    act(() => this.#tree?.unmount())
    vi.useRealTimers()
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
  }

  async hear(event: Event) {
    act(() => {
      window.dispatchEvent(event)
    })
    await this.settle()
  }

  #activity() {
    const { visited, reloads } = this.#location
    return [this.server.requests.length, visited.length, reloads, this.shown.length].join()
  }

  #note({ status, data }: SessionValue) {
    const now = `${status}: ${data ? (data.user?.name ?? 'somebody') : data}`
    if (this.shown.at(-1) !== now) this.shown.push(now)
  }

  async #turn(state: DocumentVisibilityState) {
    act(() => {
      this.#see(state)
      document.dispatchEvent(new Event('visibilitychange'))
    })
    await this.settle()
  }

  #see(state: DocumentVisibilityState) {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state)
  }
}
