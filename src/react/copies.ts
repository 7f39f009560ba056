const KEY = Symbol.for('sessionchart.copies')

/** Counts the copies of this module in the program: a hook that finds no provider can then say why. */
const copies = globalThis as { [KEY]?: number }
copies[KEY] = (copies[KEY] ?? 0) + 1

export const countCopies = (): number => copies[KEY] ?? 1
