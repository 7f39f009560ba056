import * as React from 'react'

export interface Tab {
  /** What is written on it. */
  name: string
  /** Rendered while it is the chosen one. */
  content(): React.ReactNode
}

interface TabListProps {
  label: string
  tabs: Tab[]
}

const STEPS: Record<string, (index: number, count: number) => number> = {
  ArrowRight: (index, count) => (index + 1) % count,
  ArrowLeft: (index, count) => (index + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/** Tabs as the ARIA Authoring Practices have them: one stop for the Tab key, arrows between them. */
export function TabList({ label, tabs }: TabListProps): React.ReactElement {
  const [chosen, choose] = React.useState(tabs[0]?.name)
  const found = tabs.findIndex(({ name }) => name === chosen)
  // In a wide panel there are fewer: what was on the one that is chosen has a place of its own.
  const shown = Math.max(found, 0)
  const id = React.useId()
  const buttons = React.useRef<Array<HTMLButtonElement | null>>([])

  const move = (event: React.KeyboardEvent) => {
    const next = STEPS[event.key]?.(shown, tabs.length)
    if (next === undefined) return
    event.preventDefault()
    choose(tabs[next]?.name)
    buttons.current[next]?.focus()
  }
  return (
    <div className="scd-tabs">
      <div role="tablist" aria-label={label} className="scd-tablist">
        {tabs.map(({ name }, index) => (
          <button
            key={name}
            ref={(button) => {
              buttons.current[index] = button
            }}
            type="button"
            role="tab"
            id={`${id}tab${index}`}
            aria-selected={index === shown}
            aria-controls={`${id}panel`}
            tabIndex={index === shown ? 0 : -1}
            className="scd-tab"
            onClick={() => choose(name)}
            onKeyDown={move}
          >
            {name}
          </button>
        ))}
      </div>
      {/* It can be scrolled with the keys. */}
      <div
        role="tabpanel"
        id={`${id}panel`}
        aria-labelledby={`${id}tab${shown}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: as the practices have it
        tabIndex={0}
        className="scd-tabpanel"
      >
        {tabs[shown]?.content()}
      </div>
    </div>
  )
}
