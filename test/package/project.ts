import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { inject } from 'vitest'

const here = fileURLToPath(new URL('.', import.meta.url))
const ours = join(here, '../../node_modules')

interface Parts {
  /** The folders of `apps/` that the project is made of; later ones lie over earlier ones. */
  apps: string[]
  /** What the project has installed: its name, and under which name our own `node_modules` has it. */
  packages: Record<string, string>
}

export interface Project {
  dir: string
  /** Runs Node in the project and gives what it prints; rejects when it fails. */
  node(args: string[]): Promise<{ stdout: string; stderr: string }>
}

/** Makes an app outside the repository that has the packed package installed, and else only what is named. */
export function makeProject({ apps, packages }: Parts): Project {
  const packed = inject('packed')
  const dir = mkdtempSync(join(packed, 'project-'))
  for (const app of apps) cpSync(join(here, 'apps', app), dir, { recursive: true })
  cpSync(join(packed, 'package'), join(dir, 'node_modules/sessionchart'), { recursive: true })
  for (const [name, installed] of Object.entries(packages)) install(dir, name, installed)
  return { dir, node: (args) => runNode(dir, args) }
}

function install(dir: string, name: string, installed: string) {
  const target = join(dir, 'node_modules', name)
  mkdirSync(dirname(target), { recursive: true })
  // Copied where it must find the React beside it, and not the one beside the original.
  if (/^react(-dom)?$/.test(name) && installed !== name) {
    cpSync(join(ours, installed), target, { recursive: true })
  } else symlinkSync(join(ours, installed), target, 'junction')
}

function runNode(cwd: string, args: string[]) {
  const { NODE_OPTIONS: _, VITEST: __, ...env } = process.env
  return promisify(execFile)(process.execPath, args, { cwd, env, timeout: 60_000 })
}
