import { expect, test } from 'vitest'
import { merge } from './report/merge'
import { sectionOf } from './sample'

const order = ['requests', 'react', 'bytes']
const days = (sections: Array<{ id: string; measuredOn: string }>) =>
  sections.map(({ id, measuredOn }) => `${id} ${measuredOn}`)

test('replaces what was measured, keeps the rest with its day, and brings all into order', () => {
  const before = { sections: [sectionOf('bytes', '2026-11-01'), sectionOf('react', '2026-11-02')] }
  const measured = [sectionOf('bytes', '2026-11-29'), sectionOf('requests', '2026-11-29')]
  expect(days(merge(before, measured, order).sections)).toEqual([
    'requests 2026-11-29',
    'react 2026-11-02',
    'bytes 2026-11-29',
  ])
})

test('forgets a section that is no more', () => {
  expect(merge({ sections: [sectionOf('gone', '2026-11-01')] }, [], order).sections).toEqual([])
})
