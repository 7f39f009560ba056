import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import type { BuiltApp } from '../browser/build-app'
import { makeProject } from '../package/project'
import { readFiles } from './files'

const sources = fileURLToPath(new URL('./apps/bundlers', import.meta.url))

/** The app of `apps/bundlers` with the packed package, as Vite builds it, in development: so the panel has its button, too. */
export async function buildPage(): Promise<BuiltApp> {
  const names = ['react', 'react-dom', 'xstate']
  const { dir } = makeProject({ apps: [], packages: Object.fromEntries(names.map((name) => [name, name])) })
  for (const part of ['src', 'index.html']) cpSync(join(sources, part), join(dir, part), { recursive: true })
  const define = { 'process.env.NODE_ENV': '"development"' }
  await build({ root: dir, configFile: false, logLevel: 'warn', plugins: [react()], define })
  return readFiles(join(dir, 'dist'))
}
