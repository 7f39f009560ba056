import { cpSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Two apps that use all of next-auth/react: one on v4 with jest, one on v5 with vitest. */
export const fixture = fileURLToPath(new URL('fixture', import.meta.url))

const targets = { v4: 'sessionchart/v4', v5: 'sessionchart/react' } as const

/** The lines of the fixture that are reported. What stands in them stays. */
export const left = [
  'v4/.eslintrc.json:3  `…mports": ["error", { "name": "next-auth/react", "importNames": ["defau…`: change it by hand',
  'v4/next.config.mjs:3  `next-auth/react$`: change it by hand',
  'v4/next.config.mjs:3  `next-auth/react`: change it by hand',
  "v4/src/jsdoc.js:2  `* @param {import('next-auth/react').SignOutParams} params` in a comment: change it by hand",
  'v4/src/jsdoc.js:5  `next-auth/react signs out to`: change it by hand',
  'v5/app/passkey.tsx:2  next-auth/webauthn: sessionchart has no passkeys yet',
  'v5/eslint.config.mjs:4  `…ortDeclaration[source.value=/^next-auth/react$/]`: change it by hand',
  'v5/eslint.config.mjs:5  `next-auth/react/*`: change it by hand',
  'v5/lib/lazy.ts:6  `next-auth/…` is put together while the app runs',
  'v5/tsconfig.json:6  `…uth-client": ["./node_modules/next-auth/react.d.ts"]`: change it by hand',
]

export const copyFixture = (dir: string) => cpSync(fixture, dir, { recursive: true })

/**
 * The fixture as it is to be after the migration. Knows no syntax: in the fixture the name stands between quotes
 * where it is that of the module, but for the lines that are left.
 */
export function migrated(files: Record<string, string>): Record<string, string> {
  const after = Object.entries(files).map(([path, text]) => {
    const target = path.startsWith('v4/') ? targets.v4 : targets.v5
    const lines = text.split('\n').map((line, index) => {
      const stays = left.some((place) => place.startsWith(`${path}:${index + 1} `))
      return stays ? line : line.replace(/(["'`])next-auth\/react\1/g, `$1${target}$1`)
    })
    return [path, lines.join('\n')]
  })
  return Object.fromEntries(after)
}
