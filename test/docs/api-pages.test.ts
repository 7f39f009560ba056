import { apiGroup } from '../../docs/.vitepress/sidebar'
import { visitEach } from './visit-each'

visitEach(apiGroup.items.map(({ link }) => link))
