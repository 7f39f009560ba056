import { fileURLToPath } from 'node:url'
import { packagesAround } from './package-json'

/** The version of sessionchart that this belongs to, bundled or not. */
export const ownVersion = () => String(packagesAround(fileURLToPath(import.meta.url))[0]?.version)
