import { sidebar } from '../../docs/.vitepress/sidebar'
import { visitEach } from './visit-each'

visitEach(sidebar.flatMap(({ items }) => items.map(({ link }) => link)))
