import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Files, makeApp, packageOn } from './app'

const file = "\nimport { useSession } from 'next-auth/react'\n"
const app = { 'package.json': packageOn('4'), 'src/a.ts': 'export {}' }
const linesOf = (out: string) => out.split('\n').filter((line) => /^ {2}\S+:\d/.test(line))

function makeRepository(files: Files) {
  const made = makeApp({ ...app, ...files })
  execFileSync('git', ['init', '--quiet'], { cwd: made.dir })
  return made
}

describe('what a .gitignore covers', () => {
  const reason = 'a .gitignore covers it, so it is passed over unless you ask for it:'

  test('is reported once for each folder, if it names the module', () => {
    const { migrate, read } = makeRepository({
      '.gitignore': 'lib/\nmade/\n*.gen.ts\nsettings.json\n',
      'lib/a.ts': 'export {}',
      'lib/deep/b.ts': file,
      'lib/deep/c.ts': file,
      'made/a.ts': "'next-auth'",
      'made/image.png': file,
      'src/b.gen.ts': file,
      'src/c.gen.ts': '',
    })
    const { code, out } = migrate('--write')

    expect(linesOf(out)).toEqual([
      `  lib/deep/b.ts:2  ${reason} sessionchart migrate lib`,
      `  src/b.gen.ts:2  ${reason} sessionchart migrate src/b.gen.ts`,
    ])
    expect(read('lib/deep/b.ts')).toBe(file)
    expect(out).not.toContain('no module here is taken')
    expect(code).toBe(0)
  })

  test.each(['lib', 'lib/deep', 'lib/deep/b.ts'])('is migrated when somebody asks for %s', (path) => {
    const { migrate, read } = makeRepository({ '.gitignore': 'lib/\n', 'lib/deep/b.ts': file })

    expect(migrate(path, '--write').code).toBe(0)
    expect(read('lib/deep/b.ts')).toContain('sessionchart/v4')
  })

  test('is found where only what is in the folder is covered', () => {
    const { migrate } = makeRepository({ '.gitignore': 'lib/*\n', 'lib/b.ts': file })

    expect(linesOf(migrate('lib').out)).toEqual([`  lib/b.ts:2  ${reason} sessionchart migrate lib/b.ts`])
  })

  test('keeps its silence about what tools have made', () => {
    const { migrate } = makeRepository({
      '.gitignore': 'node_modules\ndist\n.next\nlib\n',
      'node_modules/a/b.ts': file,
      'dist/a.ts': file,
      '.next/a.ts': file,
      'lib/node_modules/a.ts': file,
    })

    expect(linesOf(migrate().out)).toEqual([])
  })
})

describe('a .gitignore that cannot be read', () => {
  test('says nothing, and is reported', () => {
    const { dir, migrate, read } = makeRepository({ 'src/b.ts': file })
    mkdirSync(join(dir, '.gitignore'))

    for (const path of ['.', 'src']) {
      const { code, out } = migrate(path)
      expect(linesOf(out)).toEqual([
        expect.stringMatching(/^ {2}\.gitignore:1 {2}cannot be read, so nothing in it is changed: EISDIR/),
      ])
      expect(out).toContain('1 file to change')
      expect(code).toBe(1)
    }
    migrate('--write')
    expect(read('src/b.ts')).toContain('sessionchart/v4')
  })
})

describe('links', () => {
  const reason = 'lies behind a link, which is not followed unless you ask for it:'
  const files = { 'app/package.json': packageOn('4'), 'app/src/a.ts': '', 'shared/lib/b.ts': file }

  test('to folders and files elsewhere are reported, and followed when somebody asks', () => {
    const { dir, migrate, read } = makeApp({ ...files, 'shared/lib/c.ts': 'export {}' })
    symlinkSync('../../shared', join(dir, 'app/src/shared'))
    symlinkSync('../../shared/lib/b.ts', join(dir, 'app/src/b.ts'))
    symlinkSync('../../shared/lib/c.ts', join(dir, 'app/src/c.ts'))
    const { code, out } = migrate('app', '--write')

    expect(linesOf(out)).toEqual([
      `  app/src/b.ts:2  ${reason} sessionchart migrate app/src/b.ts`,
      `  app/src/shared/lib/b.ts:2  ${reason} sessionchart migrate app/src/shared`,
    ])
    expect(read('shared/lib/b.ts')).toBe(file)
    expect(code).toBe(0)

    expect(migrate('app/src/shared', '--write').code).toBe(0)
    expect(read('shared/lib/b.ts')).toContain('sessionchart/v4')
  })

  test('to what has its own place, to nowhere, and in a circle are nothing to report', () => {
    const { dir, migrate } = makeApp(files)
    symlinkSync('../../shared', join(dir, 'app/src/shared'))
    symlinkSync('..', join(dir, 'app/src/round'))
    symlinkSync('nowhere', join(dir, 'app/src/nowhere.ts'))
    symlinkSync('itself.ts', join(dir, 'app/src/itself.ts'))

    expect(linesOf(migrate('--to', 'v4').out)).toEqual([])
  })
})
