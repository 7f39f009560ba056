import { Switches } from '../../server/switches'
import { keptHere, onWritten } from './kept-here'

const NAME = 'switches'

/** The switches of the stage, as every page of the demo finds them. */
export const switches = new Switches((first) => keptHere(NAME, first))

onWritten(NAME, () => switches.hasChanged())
