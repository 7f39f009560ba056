import type { Trouble } from '../../server/switches'

/** The switches, in the words of the page. */
export const troubles: Record<Trouble, string> = {
  none: 'is well',
  'answers-500': 'answers 500',
  hangs: 'hangs',
  unreachable: 'is unreachable',
  'answers-late': 'answers late',
}
