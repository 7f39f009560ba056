// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest'
import { adoptStyles, countLocks, watchWidth } from '../../src/devtools/page/page'

afterEach(() => vi.unstubAllGlobals())

/** jsdom has none of these, and no layout. */
function wideElement(width: number) {
  const element = document.createElement('div')
  const rect = vi.spyOn(element, 'getBoundingClientRect')
  const resize = (to: number) => rect.mockReturnValue({ width: to } as DOMRect)
  resize(width)
  return { element, resize }
}

test('gives the document its styles beside those that it has, and takes no others away', () => {
  const texts: string[] = []
  class Sheet {
    replaceSync = (css: string) => void texts.push(css)
  }
  const of = { app: new Sheet(), later: new Sheet() }
  const page = document as unknown as { adoptedStyleSheets?: Sheet[] }
  vi.stubGlobal('CSSStyleSheet', Sheet)
  page.adoptedStyleSheets = [of.app]

  const takeBack = adoptStyles(document.body, '.a {}')
  expect(page.adoptedStyleSheets).toHaveLength(2)
  expect(texts).toEqual(['.a {}'])
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, of.later]
  takeBack()

  expect(page.adoptedStyleSheets).toEqual([of.app, of.later])
  expect(page.adoptedStyleSheets[0]).toBe(of.app)
  delete page.adoptedStyleSheets
})

test('tells the width at once, and whenever it changes until it is told to stop', () => {
  let hear = () => {}
  const watched = new Set<Element>()
  class Observer {
    constructor(callback: () => void) {
      hear = () => watched.size > 0 && callback()
    }
    observe = (element: Element) => watched.add(element)
    disconnect = () => watched.clear()
  }
  vi.stubGlobal('ResizeObserver', Observer)
  const { element, resize } = wideElement(300)
  const heard: number[] = []

  const stop = watchWidth(element, (width) => heard.push(width))
  resize(1_000)
  hear()
  stop()
  resize(200)
  hear()

  expect(heard).toEqual([300, 1_000])
})

test('tells the width once where nobody says when it changes', () => {
  const heard: number[] = []
  const stop = watchWidth(wideElement(300).element, (width) => heard.push(width))
  stop()
  expect(heard).toEqual([300])
})

test('counts the locks of ours alone', async () => {
  const names = (...all: Array<string | undefined>) => all.map((name) => ({ name }))
  const query = async () => ({
    held: names('sessionchart:/api/auth', 'of the app', undefined),
    pending: names('sessionchart:/api/auth', 'sessionchart:/other', 'of the app'),
  })
  vi.stubGlobal('navigator', { locks: { query } })

  expect(await countLocks()).toEqual({ held: 1, waiting: 2 })
})

test('counts none where there are none', async () => {
  vi.stubGlobal('navigator', { locks: { query: async () => ({}) } })
  expect(await countLocks()).toEqual({ held: 0, waiting: 0 })
})

test.each([
  ['has no locks', {}],
  ['refuses to tell', { locks: { query: () => Promise.reject(new Error('SecurityError')) } }],
])('does not know of locks where the browser %s', async (_, navigator) => {
  vi.stubGlobal('navigator', navigator)
  expect(await countLocks()).toBeNull()
})
