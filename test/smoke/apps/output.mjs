import assert from 'node:assert/strict'

// Said on machines that build for the first time, and by npm about the machine's own settings.
const others = /No build cache found|npm warn Unknown/

/** Fails when npm found a peer that does not fit, or an engine that is missing. */
export function expectNoConflict(output) {
  assert.doesNotMatch(output, /ERESOLVE|EBADENGINE|peer dep/i)
}

/** Fails when a build warned of something. */
export function expectNoWarning(output) {
  const lines = output.split('\n').filter((line) => /warn|⚠|\(!\)/i.test(line) && !others.test(line))
  assert.deepEqual(lines, [], output)
}
