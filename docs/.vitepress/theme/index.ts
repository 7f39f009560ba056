// Without its fonts: those of the device are there at once, and look at home.
import theme from 'vitepress/theme-without-fonts'
import './look.css'

// VitePress asks for a default export.
export default theme
