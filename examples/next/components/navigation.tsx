'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'

const pages = [
  { path: '/', name: 'In the browser' },
  { path: '/actions', name: 'Server actions' },
  { path: '/members', name: 'Members only' },
  { path: '/private', name: 'Private' },
  { path: '/refresh', name: 'Refresh' },
  { path: '/guards', name: 'Guards' },
  { path: '/stay', name: 'Staying' },
  { path: '/streamed', name: 'Streamed' },
  { path: '/chart', name: 'Chart' },
  { path: '/devtools', name: 'Devtools' },
  { path: '/by-path', name: 'By path' },
  { path: '/by-path/welcome', name: 'Welcome' },
  { path: '/by-path/members', name: 'Members by path' },
  { path: '/by-path/streamed', name: 'Streamed by path' },
  { path: '/pages-router', name: 'Pages Router' },
  { path: '/pages-router/without', name: 'Pages Router without a session' },
]

export function Navigation() {
  const here = usePathname()
  return (
    <nav>
      {pages.map(({ path, name }) => (
        <Link
          aria-current={path === here ? 'page' : undefined}
          href={path}
          key={path}
          // `auth(context)` of these sets the cookie anew. One that is fetched ahead would undo a sign-out.
          prefetch={path.startsWith('/pages-router') ? false : undefined}
        >
          {name}
        </Link>
      ))}
    </nav>
  )
}
