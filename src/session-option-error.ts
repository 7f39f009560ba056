/** A value that an option cannot have. The message names the option and the value. */
export class SessionOptionError extends TypeError {
  override readonly name = 'SessionOptionError'
  readonly option: string
  readonly value: unknown

  constructor(option: string, value: unknown, expected: string) {
    super(
      `sessionchart: ${option} must be ${expected}, not ${typeof value === 'string' ? JSON.stringify(value) : String(value)}.`,
    )
    this.option = option
    this.value = value
  }
}
