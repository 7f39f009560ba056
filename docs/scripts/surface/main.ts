import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { isBuildStale } from '../../../test/package/is-build-stale'
import { differences, HINT } from './differences'
import { makeFiles } from './files'
import { keepFiles, readKept } from './kept-files'

const root = new URL('../../../', import.meta.url)

if (isBuildStale()) {
  execFileSync('npm', ['run', 'build', '--silent'], { cwd: fileURLToPath(root), stdio: 'inherit' })
}
const made = makeFiles(root)
const patches = differences(readKept(root), made)

if (process.argv.includes('--update')) keepFiles(root, made)
else if (patches.length > 0) {
  console.error([...patches, HINT].join('\n'))
  process.exitCode = 1
}
