import type { Environment } from 'sessionchart'
import { beforeEach, expect, test } from 'vitest'
import { watchVisibility } from '../../src/effects/watch-visibility'
import { createFakePage, type FakePage } from '../client/fake-page'
import { wholeEnvironment } from '../support/whole-environment'
import { runEffect } from './run-effect'

let page: FakePage
let scope: AbortController
beforeEach(() => {
  page = createFakePage()
  scope = new AbortController()
})
function watch() {
  const environment = { ...wholeEnvironment, ...page.environment } as Environment
  const { told, stop } = runEffect(watchVisibility, {}, { life: scope.signal, environment })
  return { stop, said: () => told.splice(0).map(({ type }) => type) }
}

test('says nothing at first of a tab that is seen, and that another is not', () => {
  expect(watch().said()).toEqual([])

  page.turn('hidden')
  expect(watch().said()).toEqual(['tab.becameHidden'])
})

test('says when the tab is hidden and seen', () => {
  const { said } = watch()

  page.turn('hidden')
  page.turn('visible')

  expect(said()).toEqual(['tab.becameHidden', 'tab.becameVisible'])
})

test.for(['pagehide', 'freeze'] as const)('takes %s for being left', (type) => {
  const { said } = watch()

  page.happens(type)

  expect(said()).toEqual(['page.left'])
})

test('says that a page is back that was frozen, and whether it is still hidden', () => {
  const { said } = watch()
  page.turn('hidden')
  page.happens('freeze')
  said()

  page.happens('resume')
  expect(said()).toEqual(['page.restored', 'tab.becameHidden'])

  page.turn('visible')
  page.happens('freeze')
  page.happens('resume')
  expect(said()).toEqual(['tab.becameVisible', 'page.left', 'page.restored'])
})

test('says that a page is back that was kept, and nothing of one that is new', () => {
  const { said } = watch()

  page.happens('pageshow', { persisted: false })
  expect(said()).toEqual([])

  page.happens('pageshow', { persisted: true })
  expect(said()).toEqual(['page.restored'])
})

test.for(['it is stopped', 'the client ends'])('watches nothing any more when %s', (how) => {
  const { said, stop } = watch()

  if (how === 'it is stopped') stop()
  else scope.abort()
  page.turn('hidden')

  expect(said()).toEqual([])
  expect(page.held()).toEqual([])
})
