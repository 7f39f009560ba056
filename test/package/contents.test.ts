import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'

const packed = join(inject('packed'), 'package')

test('the package has what an app needs, its license and its history', () => {
  expect(readdirSync(packed).sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'dist', 'package.json'])
})

test('what was built are modules, declarations, source maps, and the licenses of what the command has in it', () => {
  const files = readdirSync(join(packed, 'dist'), { recursive: true, withFileTypes: true })
  const names = files.flatMap((file) => (file.isFile() ? file.name : []))

  expect(names.length).toBeGreaterThan(40)
  expect(names.filter((name) => !/^[\w-]+\.(c?js(\.map)?|d\.c?ts)$/.test(name))).toEqual(['cli.licenses.txt'])
})
