/** What keeps the command from doing anything, in words for the person who typed it. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
  /** The command line is wrong, the entry cannot be chosen, or a package.json cannot be read. */
  readonly code: 'usage' | 'target' | 'manifest'

  constructor(code: CommandError['code'], message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.code = code
  }
}
