export function findEngineChunks(app: string, folder: string): string[]
