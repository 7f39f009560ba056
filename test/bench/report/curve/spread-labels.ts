/**
 * Moves labels apart that would lie over each other, and none further than it must, nor below `lowest`. In pixels, from
 * top to bottom.
 */
export function spreadLabels<Label extends { at: number }>(
  labels: Label[],
  height: number,
  lowest: number,
): Label[] {
  const heaps: Label[][] = []
  for (const label of [...labels].sort((one, other) => one.at - other.at)) {
    let heap = [label]
    // A heap that reaches into the one above becomes one with it, around the middle of both.
    for (let above = heaps.at(-1); above && bottom(above) > top(heap); above = heaps.at(-1)) {
      heaps.pop()
      heap = [...above, ...heap]
    }
    heaps.push(heap)
  }
  const last = heaps.at(-1)
  const below = last ? bottom(last) - lowest : 0
  if (last && below > 0.5) {
    const lifted = last.map((label) => ({ ...label, at: label.at - below }))
    return spreadLabels([...heaps.slice(0, -1).flat(), ...lifted], height, lowest)
  }
  return heaps.flatMap((heap) =>
    heap.map((label, index) => ({ ...label, at: top(heap) + (index + 0.5) * height })),
  )

  function middle(heap: Label[]): number {
    return heap.reduce((sum, { at }) => sum + at, 0) / heap.length
  }
  function top(heap: Label[]): number {
    return middle(heap) - (heap.length * height) / 2
  }
  function bottom(heap: Label[]): number {
    return middle(heap) + (heap.length * height) / 2
  }
}
