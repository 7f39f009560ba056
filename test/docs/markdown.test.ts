import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pathInRepository, repositoryUrl } from '../../docs/.vitepress/repository'
import { folders } from '../../docs/scripts/site/folders'

const html = readdirSync(folders.site, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html') && !file.startsWith('demo'))
  .map((file) => [file, readFileSync(join(folders.site, file), 'utf8')] as const)

test.each([
  ['../examples/next', 'getting-started.md', 'examples/next'],
  ['../../README.md#what-it-fixes', 'guides/forms.md', 'README.md#what-it-fixes'],
  ['../testing.md', 'guides/forms.md', null],
  ['./testing.md', 'inspecting.md', null],
  ['testing.md', 'inspecting.md', null],
  ['#server-actions', 'getting-started.md', null],
  ['https://mswjs.io', 'testing.md', null],
])('%s on %s leads to %s in the repository', (href, page, path) => {
  expect(pathInRepository(href, page)).toBe(path)
})

test.each(html)('%s shows no remark of a script', (_, text) => {
  expect(text).not.toMatch(/bench:|Made by/)
})

test('links to the repository for what is not on the site', () => {
  const page = html.find(([file]) => file === 'getting-started.html')?.[1]
  expect(page).toContain(`href="${repositoryUrl}/tree/HEAD/examples/next"`)
})

test('shows braces in code as they are', () => {
  const migrating = html.find(([file]) => file === 'migrating.html')?.[1]
  expect(migrating).toContain('compat={{ loadingWhileUpdating: true }}')
})
