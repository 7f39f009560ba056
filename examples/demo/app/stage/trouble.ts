export const troubles = {
  none: 'is well',
  'answers-500': 'answers 500',
  hangs: 'hangs',
  unreachable: 'is unreachable',
  'answers-late': 'answers late',
}

export type Trouble = keyof typeof troubles
