import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { runVitest } from '../support/run-vitest'
import { fragments } from './fragments'

const root = fileURLToPath(new URL('../..', import.meta.url))
mkdirSync(`${root}.tmp`, { recursive: true })
const folder = mkdtempSync(`${root}.tmp/recipes-`)
afterAll(() => rmSync(folder, { recursive: true }))

/** What a recipe leaves to the app: its components, and the globals of its test runner. */
const app = `import * as React from 'react'
import * as testingLibrary from '@testing-library/react'
import { SessionProvider, signOut, useSession, useSessionState } from 'sessionchart/react'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
afterEach(testingLibrary.cleanup)

function Account() {
  const { data, status } = useSession()
  const { cause } = useSessionState()
  if (status === 'loading') return <p>One moment</p>
  if (!data) return <><p>{cause.type === 'expired' && 'You have been signed out.'}</p><button>Sign in</button></>
  const leave = () => signOut({ redirect: false })
  return <><p>Signed in as {data.user?.name}</p><button onClick={leave}>Sign out</button></>
}
const Name = () => <p>{useSession().data?.user?.name}</p>
const App = () => <SessionProvider><Name /></SessionProvider>
`

const pages = ['testing.md', 'recipes/playwright.md']
const blocks = pages.flatMap((page) =>
  [...readFileSync(`${root}docs/${page}`, 'utf8').matchAll(/```tsx?\n(.*?)```/gs)].map(
    ([, code = '']) => code,
  ),
)
// That one runs in a browser: test/browser/playwright-recipe.test.ts.
const isOfPlaywright = (code: string) => code.includes("from '@playwright/test'")
const isRecipe = (code: string) => /^test(\.each)?\(/m.test(code) && !isOfPlaywright(code)
const recipes = blocks.filter(isRecipe)
const others = blocks.filter((code) => !isRecipe(code) && !isOfPlaywright(code))

test('every other piece of code has a file that tries it', () => {
  const known = others.map((code) => fragments.filter(({ has }) => code.includes(has)).length)
  expect(known).toEqual(others.map(() => 1))
  expect(others).toHaveLength(fragments.length)
})

test(`the ${blocks.length} pieces of code in the docs pass as they are`, {
  timeout: 480_000,
}, async () => {
  const write = (name: string, code: string) => {
    // A page takes a second to be made.
    const needsPage = /render\(/.test(code.replace(app, ''))
    writeFileSync(`${folder}/${name}.${needsPage ? 'page' : 'node'}.test.tsx`, code)
  }
  recipes.forEach((recipe, place) => {
    write(`recipe-${place}`, app + recipe)
  })
  fragments.forEach(({ has, file }, place) => {
    write(`fragment-${place}`, app + file(others.find((code) => code.includes(has)) ?? ''))
  })
  const project = (name: string, environment: string) =>
    `{ extends: true, test: { name: '${name}', include: ['*.${name}.test.tsx'], environment: '${environment}' } }`
  writeFileSync(
    `${folder}/vitest.config.mjs`,
    `import ours from '${root}test/vitest.config.ts'
    const projects = [${project('page', 'jsdom')}, ${project('node', 'node')}]
    export default { resolve: ours.resolve, test: { dir: '${folder}', testTimeout: 60_000, projects } }`,
  )

  const { passes, output } = await runVitest('--root', root, '--config', `${folder}/vitest.config.mjs`)

  expect(output).toContain(`Test Files  ${recipes.length + fragments.length} passed`)
  expect(passes, output).toBe(true)
  expect(recipes).toHaveLength(7)
})
