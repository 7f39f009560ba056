/** The very shape in which clients name themselves: what a message of another tab brings may be anything. */
export const isTabId = (text: string): boolean => /^(?=.*\d)[0-9a-z]{14}$/.test(text)
