// @vitest-environment jsdom
import { act, cleanup, render } from '@testing-library/react'
import type { ReactElement } from 'react'
import { afterEach, expect, test } from 'vitest'
import { openRecipe } from './open-recipe'

/** The recipe of docs/recipes/storybook.md, as it is, shown as Storybook does it. */

const account = `
import { signOut, useSession, useSessionState } from 'sessionchart/react'
export function Account() {
  const { data, status } = useSession()
  const { cause } = useSessionState()
  if (status === 'loading') return 'One moment'
  return data ? 'Signed in as ' + data.user.name : 'Signed out: ' + cause.type
}`
const recipe = openRecipe('docs/recipes/storybook.md', { 'src/account.tsx': account })

type Story = () => ReactElement
interface Parts {
  loaders?: Array<(context: object) => Promise<object>>
  decorators?: Array<(Story: Story, context: object) => ReactElement>
  parameters?: object
  play?(context: object): Promise<void>
}

afterEach(cleanup)

async function show(file: string, name: string, preview: Parts = {}) {
  const { default: meta, ...stories } = await recipe.load(file)
  const story: Parts = stories[name]
  const context = { parameters: story.parameters ?? {}, loaded: {} }
  for (const load of [...(preview.loaders ?? []), ...(story.loaders ?? [])])
    Object.assign(context.loaded, await load(context))
  const decorators = [...(story.decorators ?? []), ...(preview.decorators ?? [])]
  const Shown = decorators.reduce<Story>((Inner, decorate) => () => decorate(Inner, context), meta.component)
  render(<Shown />)
  await act(async () => story.play?.(context))
  return document.body.textContent
}

test.each([
  ['SignedIn', 'Signed in as Ann'],
  ['Expired', 'Signed out: expired'],
])('shows the story %s', async (name, text) => {
  expect(await show('src/account.stories.tsx', name)).toBe(text)
})

test.each([
  ['SignedOut', 'Signed out: seeded'],
  ['Loading', 'One moment'],
  ['EndsMeanwhile', 'Signed out: expired'],
  ['SignedOutElsewhere', 'Signed out: signed-out-in-other-tab'],
])('shows the story %s by the preview', async (name, text) => {
  const { default: preview } = await recipe.load('.storybook/preview.tsx')

  expect(await show('src/greeting.stories.tsx', name, preview)).toBe(text)
})
