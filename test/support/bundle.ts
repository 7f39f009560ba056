import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Options } from 'tsup'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Bundles a script with the sources and everything they need into one CommonJS file, for programs that run
 * outside of the test runner. Gives the text of the file.
 */
export async function bundle(script: string, options: Options = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sessionchart-'))
  try {
    const entry = join(folder, 'entry.ts')
    await writeFile(entry, script)
    await build({
      entry: [entry],
      outDir: folder,
      format: 'cjs',
      config: false,
      silent: true,
      noExternal: [/./],
      tsconfig: join(root, 'tsconfig.json'),
      esbuildOptions(esbuild) {
        esbuild.absWorkingDir = root
        esbuild.nodePaths = [join(root, 'node_modules')]
      },
      ...options,
    })
    return await readFile(join(folder, 'entry.cjs'), 'utf8')
  } finally {
    await rm(folder, { recursive: true })
  }
}
