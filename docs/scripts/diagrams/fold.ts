import type { Box } from './drawing'
import type { PlacedBox } from './layout'
import { sizeOf } from './measures'

const BESIDE = 6
const BELOW = 6

/** A state as large as its words and the states in it, one below the other: the layout need not know of these. */
export function fold(box: Box): Box {
  if (box.boxes.length === 0) return box
  const inner = box.boxes.map(sizeOf)
  const own = sizeOf(box)
  return {
    ...box,
    boxes: [],
    size: {
      width: Math.max(own.width, ...inner.map(({ width }) => width + 2 * BESIDE)),
      height: own.height + inner.reduce((sum, { height }) => sum + height + BELOW, 0),
    },
  }
}

/** Puts the states that were folded into their place. */
export function unfold(box: PlacedBox, { boxes, ...drawn }: Box): PlacedBox {
  let y = box.y + sizeOf(drawn as Box).height
  return {
    ...box,
    boxes: boxes.map((inner) => {
      const placed = { ...inner, x: box.x + BESIDE, y, width: box.width - 2 * BESIDE, boxes: [] }
      y += sizeOf(inner).height + BELOW
      return { ...placed, height: sizeOf(inner).height }
    }),
  }
}
