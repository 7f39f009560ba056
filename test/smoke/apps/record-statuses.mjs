/**
 * Runs in the page before anything else, and keeps each status that was in the document, if for a moment only, in
 * `window.seenStatuses`. Two of the same kind in a row count once.
 */
export function recordStatuses() {
  const seen = []
  window.seenStatuses = seen
  const note = (status) => {
    if (status && seen.at(-1) !== status) seen.push(status)
  }
  const noteAll = (root) => {
    for (const { dataset } of root.querySelectorAll('[data-status]')) note(dataset.status)
  }
  const look = (records) => {
    for (const { oldValue, addedNodes } of records) {
      // What came and went between two looks is here alone.
      note(oldValue)
      for (const node of addedNodes) if (node instanceof Element && !node.isConnected) noteAll(node)
    }
    noteAll(document)
  }
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['data-status'],
    attributeOldValue: true,
  })
}
