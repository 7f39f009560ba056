/** What keeps the command from doing anything, in words for the person who typed it. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
  /** The command line is wrong, or the entry cannot be chosen. */
  readonly code: 'usage' | 'target'

  constructor(code: CommandError['code'], message: string) {
    super(message)
    this.code = code
  }
}
