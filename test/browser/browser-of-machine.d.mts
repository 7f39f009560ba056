export function findBrowserOfMachine(): string | undefined
