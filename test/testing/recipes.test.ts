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

/** Shows every story of a file as Storybook does: what its loaders give goes to its decorators. */
const storybook = `
const { default: meta, ...stories } = await import(STORIES)
test.each(Object.entries(stories))('%s', async (name, { loaders = [], decorators = [] }) => {
  const loaded = Object.assign({}, ...(await Promise.all(loaders.map((load) => load({})))))
  const Story = decorators.reduce((Inner, decorate) => () => decorate(Inner, { loaded }), meta.component)
  testingLibrary.render(<Story />)
  expect(document.body.textContent).toBe(SHOWN[name])
})
`
const shown = { SignedIn: 'Signed in as AnnSign out', Expired: 'You have been signed out.Sign in' }

const blocks = [...readFileSync(`${root}docs/testing.md`, 'utf8').matchAll(/```tsx?\n(.*?)```/gs)].map(
  ([, code = '']) => code,
)
const isStory = (code: string) => code.includes('export default')
// That one runs in a browser: test/browser/playwright-recipe.test.ts.
const isOfPlaywright = (code: string) => code.includes("from '@playwright/test'")
const isRecipe = (code: string) => /^test(\.each)?\(/m.test(code) && !isOfPlaywright(code)
const recipes = blocks.filter(isRecipe)
const stories = blocks.filter(isStory)
const others = blocks.filter((code) => ![isRecipe, isStory, isOfPlaywright].some((is) => is(code)))

test('every other piece of code has a file that tries it', () => {
  const known = others.map((code) => fragments.filter(({ has }) => code.includes(has)).length)
  expect(known).toEqual(others.map(() => 1))
  expect(others).toHaveLength(fragments.length)
})

test(`the ${blocks.length} pieces of code in the docs pass as they are`, {
  timeout: 120_000,
}, async () => {
  const write = (name: string, code: string) => {
    // A page takes a second to be made.
    const needsPage = /render\(|<Story/.test(code.replace(app, ''))
    writeFileSync(`${folder}/${name}.${needsPage ? 'page' : 'node'}.test.tsx`, code)
  }
  recipes.forEach((recipe, place) => {
    write(`recipe-${place}`, app + recipe)
  })
  fragments.forEach(({ has, file }, place) => {
    write(`fragment-${place}`, app + file(others.find((code) => code.includes(has)) ?? ''))
  })
  stories.forEach((code, place) => {
    const values = `const SHOWN = ${JSON.stringify(shown)}\nconst STORIES = './stories-${place}.tsx'\n`
    writeFileSync(
      `${folder}/stories-${place}.tsx`,
      app.replace('afterEach(testingLibrary.cleanup)', '') + code,
    )
    write(`stories-${place}`, app + values + storybook)
  })
  const project = (name: string, environment: string) =>
    `{ extends: true, test: { name: '${name}', include: ['*.${name}.test.tsx'], environment: '${environment}' } }`
  writeFileSync(
    `${folder}/vitest.config.mjs`,
    `import ours from '${root}test/vitest.config.ts'
    const projects = [${project('page', 'jsdom')}, ${project('node', 'node')}]
    export default { resolve: ours.resolve, test: { dir: '${folder}', projects } }`,
  )

  const { passes, output } = await runVitest('--root', root, '--config', `${folder}/vitest.config.mjs`)

  expect(output).toContain(`Test Files  ${recipes.length + stories.length + fragments.length} passed`)
  expect(passes, output).toBe(true)
  expect(recipes).toHaveLength(7)
  expect(stories).toHaveLength(1)
})
