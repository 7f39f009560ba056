import process from 'node:process'
import { run } from './run'

const { stdout, stderr } = process
// Whoever reads a long diff may stop before its end.
stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 1))

try {
  process.exitCode = run(process.argv.slice(2), {
    cwd: process.cwd(),
    // Knows NO_COLOR and terminals without colours.
    colours: stdout.isTTY && stdout.hasColors(),
    out: (text) => stdout.write(text),
    err: (text) => stderr.write(text),
  })
} catch (error) {
  // A stack trace of bundled code would help nobody.
  stderr.write(`sessionchart: ${String(error).replace(/\s*\n\s*/g, ' ')}\n`)
  process.exitCode = 2
}
