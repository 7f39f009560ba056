import * as React from 'react'

interface ErrorScreenProps {
  /** Another one is another try. */
  of: unknown
  children: React.ReactNode
}

/** Stands for a part of the panel that has failed: the page must not. */
export class ErrorScreen extends React.Component<ErrorScreenProps, { error: Error | null; of: unknown }> {
  override state = { error: null, of: this.props.of }

  static getDerivedStateFromError(error: Error) {
    return { error }
  }

  static getDerivedStateFromProps({ of }: ErrorScreenProps, state: { of: unknown }) {
    return of === state.of ? null : { of, error: null }
  }

  override render(): React.ReactNode {
    const error: Error | null = this.state.error
    if (!error) return this.props.children
    return (
      <p role="alert" className="scd-alert">
        This cannot be shown: {(error as Error).message}
      </p>
    )
  }
}
