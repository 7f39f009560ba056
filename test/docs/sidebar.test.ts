import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sidebar } from '../../docs/.vitepress/sidebar'
import { folders } from '../../docs/scripts/site/folders'

const files = readdirSync(folders.docs, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.md') && !/^api(-report)?\//.test(file))
const links = sidebar.flatMap(({ items }) => items.map(({ link }) => link))

test('has every page of the folder, once, and no other', () => {
  const pages = files.map((file) => `/${file.replace(/(^index)?\.md$/, '')}`)
  expect([...links].sort()).toEqual(pages.sort())
})
