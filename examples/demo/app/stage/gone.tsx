interface GoneProps {
  name: string
  page: string
  onBack(): void
}

/** Stands over a frame that shows an error page, which cannot say how it came to be there. */
export function Gone({ name, page, onBack }: GoneProps) {
  return (
    <div className="gone" role="status">
      {page === '/api/auth/error' ? (
        <p>
          <code>{name}</code> has sent the page to <code>{page}</code>. It does so when it cannot read from
          the server how one can sign in.
        </p>
      ) : (
        <p>
          The page has come to <code>{page}</code> and got no good answer there.
        </p>
      )}
      <button type="button" onClick={onBack}>
        Back to the app
      </button>
    </div>
  )
}
