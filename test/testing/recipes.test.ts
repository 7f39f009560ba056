import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { runVitest } from '../support/run-vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
mkdirSync(`${root}.tmp`, { recursive: true })
const folder = mkdtempSync(`${root}.tmp/recipes-`)
afterAll(() => rmSync(folder, { recursive: true }))

/** What a recipe leaves to the app: its components, and the globals of its test runner. */
const app = `import * as React from 'react'
import { SessionProvider, useSession } from 'sessionchart/react'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'

const Account = () => <p>Signed in as {useSession().data?.user?.name}</p>
const Name = () => <p>{useSession().data?.user?.name}</p>
const App = () => <SessionProvider><Name /></SessionProvider>
`

const recipes = [...readFileSync(`${root}docs/testing.md`, 'utf8').matchAll(/```tsx\n(.*?)```/gs)]
  .map(([, code = '']) => code)
  .filter((code) => code.includes('\ntest('))

test(`the ${recipes.length} recipes of the docs pass as they are`, { timeout: 60_000 }, async () => {
  recipes.forEach((recipe, place) => {
    writeFileSync(`${folder}/recipe-${place}.test.tsx`, app + recipe)
  })
  writeFileSync(
    `${folder}/vitest.config.mjs`,
    `import ours from '${root}test/vitest.config.ts'
    export default { resolve: ours.resolve, test: { dir: '${folder}', environment: 'jsdom' } }`,
  )

  const { passes, output } = await runVitest('--root', root, '--config', `${folder}/vitest.config.mjs`)

  expect(output).toContain(`${recipes.length} passed`)
  expect(passes).toBe(true)
  expect(recipes).toHaveLength(2)
})
