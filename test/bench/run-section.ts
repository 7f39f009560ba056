import { sections } from './sections/index'

// Measures one section, in a process of its own, and sends it to `main.ts`.
const load = sections[process.argv[2] ?? '']
if (!load || !process.send) throw new Error('This is run by test/bench/main.ts.')

const { measure } = await load()
process.send(await measure())
// Otherwise it would wait for what `main.ts` might say.
process.disconnect()
