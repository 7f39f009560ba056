import { beforeAll, expect, test } from 'vitest'
import { readBlocks } from './blocks'
import { checkTypes } from './check-types'
import { readPages } from './pages'
import { filesOf } from './snippet-files'

/** Whether it is noticed when a page is wrong. */
const wrong = {
  path: 'docs/wrong.md',
  text: `
- In a list

  \`\`\`tsx
  import { SessionProvider, useSesion } from 'sessionchart/react'

  <SessionProvider refetchIntervall={60}>…</SessionProvider>
  \`\`\`

<!-- snippet: import { createRecorder } from 'sessionchart/inspect' -->
\`\`\`ts
const recorder = createRecorder({ limit: 5 })
\`\`\`

<!-- snippet: continues
const text = 'text' -->
\`\`\`ts
recorder.recording()
recorder.record(text)
\`\`\`
`,
}

const blocks = readPages().map(readBlocks)
const files = [...blocks, readBlocks(wrong)].flatMap(filesOf)

let found: string[]
beforeAll(() => {
  // A program costs the most: one is for all, and one for each piece that changes the types of the others.
  const together = checkTypes(files.filter(({ block }) => !block.alone))
  const alone = files.filter(({ block }) => block.alone).flatMap((file) => checkTypes([file]))
  found = [...together, ...alone]
}, 600_000)

test('every piece of code has a language', () => {
  const known = ['', 'diff', 'json', 'mermaid', 'sh', 'ts', 'tsx']
  const others = blocks.flat().filter(({ language }) => !known.includes(language))
  expect(others.map(({ page, line, language }) => `${page}:${line}: ${language}`)).toEqual([])
})

test(`the types of the ${files.length - 3} pieces of TypeScript are right`, () => {
  expect(found.filter((problem) => !problem.startsWith(wrong.path)).join('\n')).toBe('')
})

test('what is wrong is found, and where', () => {
  const lines = found.filter((problem) => problem.startsWith(wrong.path)).sort()
  expect(lines.map((line) => line.split('\n')[0])).toEqual([
    expect.stringMatching(/^docs\/wrong\.md:19: Property 'record' does not exist/),
    expect.stringMatching(/^docs\/wrong\.md:5: .*'useSesion'/),
    expect.stringMatching(/^docs\/wrong\.md:7: Type .*refetchIntervall/),
  ])
})
