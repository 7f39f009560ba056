import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import type { TakeWalk } from './check-walks'
import { createChronicler } from './chronicle/chronicle'
import type { Walk } from './walk'

/** Takes a walk and writes down what happens. */
export async function chronicleWalk(walk: Walk, take: TakeWalk) {
  const chronicler = createChronicler()
  const problems = await take(walk, chronicler)
  chronicler.end(problems)
  return { problems, diagram: chronicler.diagram(), recordings: chronicler.recordings() }
}

/** Takes a walk that has failed once more, and saves what happened in it. Gives that as text, and where it is. */
export async function saveCounterExample(walk: Walk, take: TakeWalk, folder: string): Promise<string> {
  const { problems, diagram, recordings } = await chronicleWalk(walk, take)
  const files: Record<string, string> = {
    'diagram.mmd': `${diagram}\n`,
    'walk.json': JSON.stringify(walk, null, 2),
  }
  for (const [tab, recording] of recordings) {
    files[`${tab.replace(' ', '-')}.json`] = JSON.stringify(recording, null, 2)
  }
  // What an older one has left there would be taken for a part of this one.
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(`${folder}/${name}`, text)
  return [
    ...(problems.length > 0 ? [] : ['It did not fail when it was taken once more.']),
    diagram,
    '',
    `Saved in ${folder}: ${Object.keys(files).join(', ')}`,
    `Shown again by: npm run walks -- --show ${folder}/walk.json`,
  ].join('\n')
}
