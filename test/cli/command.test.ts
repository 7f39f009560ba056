import { execFileSync } from 'node:child_process'
import { chmodSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { run } from '../../src/cli/run'
import { makeApp, packageOn, readTree, runCommand } from './app'

const app = {
  'package.json': packageOn('5.0.0'),
  'src/a b.ts': "import { useSession } from 'next-auth/react'\n",
  'src/ü.ts': "\r\nconst a = 1\r\nexport * from 'next-auth/react'\r\n".repeat(20),
  'src/end.ts': "import 'next-auth/react'",
  'src/other.ts': 'export const other = 1\n',
}

describe('the command line', () => {
  test('--help tells about it', () => {
    for (const help of ['--help', '-h']) {
      const { code, out, err } = makeApp(app).migrate(help)

      expect(out).toMatch(/^Usage: sessionchart migrate \[path\] \[--write\] \[--to react\|v4\]/)
      expect([code, err]).toEqual([0, ''])
    }
  })

  test('--version tells the version', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'))

    expect(makeApp(app).command('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' })
  })

  test.each([
    [['migrate', '--wirte'], "Unknown option '--wirte'"],
    [['migrate', '-x'], "Unknown option '-x'"],
    [['migrate', 'nowhere'], 'there is no file or folder "nowhere"'],
    [['migrate', '.', 'src'], 'one path at a time, please: "src" is one too many'],
    [['migrate', '--to'], "Option '--to <value>' argument missing"],
    [['migrate', '--to', 'v3'], '--to takes react or v4, not "v3"'],
    [['migrate', '--write=yes'], "Option '-w, --write' does not take an argument"],
    [['migrate', ''], 'the path is empty'],
    [['upgrade'], 'there is no command "upgrade"'],
    [[], 'a command is missing'],
  ])('%j is refused', (args, message) => {
    const { command, dir } = makeApp(app)
    const before = readTree(dir)
    const { code, out, err } = command(...args)

    expect(err).toMatch(/^sessionchart: /)
    expect(err).toContain(message)
    expect([code, out]).toEqual([2, ''])
    expect(readTree(dir)).toEqual(before)
  })
})

test('hides no fault of its own', () => {
  const out = () => {
    throw new TypeError('no such thing')
  }
  expect(() => run(['--help'], { cwd: '.', colours: false, out, err: () => {} })).toThrow(TypeError)
})

describe('a dry run', () => {
  test('writes nothing, and shows what --write does', () => {
    const shown = makeApp(app)
    const { code, out } = shown.migrate()
    const written = makeApp(app)
    written.migrate('--write')

    expect(code).toBe(0)
    expect(readTree(shown.dir)).toEqual(app)
    execFileSync('git', ['apply', '-'], { cwd: shown.dir, input: out })
    expect(readTree(shown.dir)).toEqual(readTree(written.dir))
    expect(readTree(shown.dir)).not.toEqual(app)
  })

  test('shows a diff and a sum', () => {
    const { out } = makeApp(app).migrate('src/a b.ts')

    expect(out).toBe(`diff --git a/src/a b.ts b/src/a b.ts
--- a/src/a b.ts
+++ b/src/a b.ts
@@ -1,1 +1,1 @@
-import { useSession } from 'next-auth/react'
+import { useSession } from 'sessionchart/react'

1 file to change: 1 sessionchart/react

Nothing is written yet. To write it, add --write
Next: npm install sessionchart
`)
  })

  test('has colours only where they are wanted', () => {
    const { dir } = makeApp(app)
    const plain = runCommand(dir, ['migrate'])
    const coloured = runCommand(dir, ['migrate'], true)

    expect(plain.out).not.toContain('\u001B')
    expect(coloured.out).toContain("\u001B[31m-import 'next-auth/react'\u001B[0m\n")
    expect(coloured.out).toContain("\u001B[32m+import 'sessionchart/react'\u001B[0m\n")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what colours are made of
    expect(coloured.out.replace(/\u001B\[\d+m/g, '')).toBe(plain.out)
  })
})

describe('--write', () => {
  test('changes the files, and nothing when it runs again', () => {
    const { migrate, dir, read } = makeApp(app)
    const { code, out } = migrate('--write')
    const once = readTree(dir)

    expect([code, out]).toEqual([
      0,
      '3 files changed: 22 sessionchart/react\n\nNext: npm install sessionchart\n',
    ])
    expect(read('src/a b.ts')).toBe("import { useSession } from 'sessionchart/react'\n")
    expect(migrate('--write').out).toBe('Nothing to change: no module here is taken from next-auth/react.\n')
    expect(readTree(dir)).toEqual(once)
  })

  test('is -w for short', () => {
    const { migrate, read } = makeApp(app)

    expect(migrate('-w').code).toBe(0)
    expect(read('src/end.ts')).toBe("import 'sessionchart/react'")
  })

  test('touches only what lies below the path', () => {
    const { migrate, dir, read } = makeApp({ ...app, 'test/a.ts': app['src/end.ts'] })
    migrate('test', '--write')

    expect(read('test/a.ts')).toBe("import 'sessionchart/react'")
    expect(readTree(dir)).toMatchObject(app)
  })

  test('keeps the mode of a file', () => {
    const { migrate, dir } = makeApp(app)
    chmodSync(join(dir, 'src/end.ts'), 0o755)
    migrate('--write')

    expect(execFileSync('ls', ['-l', 'src/end.ts'], { cwd: dir, encoding: 'utf8' })).toMatch(/^-rwxr-xr-x/)
  })
})
