/** A value that an option cannot have. The message names the option and the value. */
export class SessionOptionError extends TypeError {
  override readonly name = 'SessionOptionError'
  readonly option: string
  readonly value: unknown

  constructor(option: string, value: unknown, expected: string) {
    super(`sessionchart: ${option} must be ${expected}, not ${print(value)}.`)
    this.option = option
    this.value = value
  }
}

function print(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (Array.isArray(value)) return 'an array'
  if (typeof value === 'function') return 'a function'
  return typeof value === 'object' && value ? 'an object' : String(value)
}
