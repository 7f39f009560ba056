import type { Trouble } from '../../server/switches'

/** The switches, in the words of the page, and what is to be seen when they are on. */
export const troubles: Record<Trouble, { label: string; note: string }> = {
  none: {
    label: 'is well',
    note: 'It answers at once.',
  },
  'answers-500': {
    label: 'answers 500',
    note: 'Every answer is a 500. Wait for the next question, then let it be well again.',
  },
  hangs: {
    label: 'hangs',
    note: 'It answers nobody. Whoever is signed in sees no difference: reload this page to see one.',
  },
  unreachable: {
    label: 'is unreachable',
    note: 'It cuts every connection. Wait for the next question, then let it be well again.',
  },
  'answers-late': {
    label: 'answers late',
    note: 'Every answer takes three seconds.',
  },
}
