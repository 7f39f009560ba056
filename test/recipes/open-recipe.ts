import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterAll } from 'vitest'
import { readBlocks } from '../snippets/blocks'
import { readPages, root } from '../snippets/pages'
import { filesOf, folderOf } from '../snippets/snippet-files'

const folders: string[] = []
// Here, because a test that opens a recipe can say nothing of what comes after all tests.
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

/** The files of a page of the docs, as they stand there, to be imported by a test. */
export interface Recipe {
  // biome-ignore lint/suspicious/noExplicitAny: whatever the page exports
  load(file: string): Promise<any>
}

/** @param more Files that the page takes for granted of an app, by their paths. */
export function openRecipe(page: string, more: Record<string, string> = {}): Recipe {
  const found = readPages().find(({ path }) => path === page)
  if (!found) throw new Error(`There is no page ${page}.`)
  const files = filesOf(readBlocks(found)).filter(({ block }) => block.file !== null)

  mkdirSync(`${root}.tmp`, { recursive: true })
  const folder = mkdtempSync(`${root}.tmp/recipe-`)
  folders.push(folder)
  const write = (name: string, text: string) => {
    mkdirSync(dirname(`${folder}/${name}`), { recursive: true })
    writeFileSync(`${folder}/${name}`, text)
  }
  for (const { path, text } of files) write(path.replace(folderOf(page), ''), text)
  for (const [name, text] of Object.entries(more)) write(name, text)

  return { load: (file) => import(`${folder}/${file}`) }
}
