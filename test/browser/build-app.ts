import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build } from 'vite'

export type Version = 'v4' | 'v5'

/** The files of an app by their paths. */
export type BuiltApp = Record<string, { type: string; body: string }>

const app = fileURLToPath(new URL('./app', import.meta.url))
const types: Record<string, string> = { html: 'text/html', js: 'text/javascript', css: 'text/css' }

const swaps = {
  v4: { entry: 'sessionchart/v4', afterwards: 'callbackUrl' },
  v5: { entry: 'sessionchart/react', afterwards: 'redirectTo' },
}

/** Builds the app, which was written for `next-auth/react`, with one of our entries in its place. */
export async function buildApp(version: Version): Promise<BuiltApp> {
  const { entry, afterwards } = swaps[version]
  const built = await build({
    root: app,
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    resolve: { alias: { 'next-auth/react': entry }, tsconfigPaths: true },
    define: {
      // In React's development build alone StrictMode mounts twice, and misuse is complained of.
      'process.env.NODE_ENV': '"development"',
      AFTERWARDS: JSON.stringify(afterwards),
    },
    build: { write: false, minify: false },
  })
  if (!('output' in built)) throw new Error('Vite has built nothing.')

  return Object.fromEntries(
    built.output.map((file) => {
      const body = file.type === 'chunk' ? file.code : String(file.source)
      const type = types[file.fileName.split('.').at(-1) ?? '']
      return [`/${file.fileName}`, { type: `${type}; charset=utf-8`, body }]
    }),
  )
}
