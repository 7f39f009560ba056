import Link from 'next/link'
import { useRouter } from 'next/router'

const pages = [
  { path: '/', name: 'With a session' },
  { path: '/without', name: 'Without a session' },
  { path: '/members', name: 'Members only' },
]

export function Navigation() {
  const { pathname } = useRouter()
  return (
    <nav>
      {pages.map(({ path, name }) => (
        <Link aria-current={path === pathname ? 'page' : undefined} href={path} key={path}>
          {name}
        </Link>
      ))}
    </nav>
  )
}
