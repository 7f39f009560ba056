// Without its fonts: those of the device are there at once, and look at home.
import type { Theme } from 'vitepress'
import theme from 'vitepress/theme-without-fonts'
import './look.css'

// VitePress asks for a default export.
export default {
  extends: theme,
  enhanceApp() {
    if (typeof matchMedia === 'undefined') return
    // VitePress looks when the page is loaded; a device may become dark later, and the pictures with it.
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', ({ matches }) => {
      document.documentElement.classList.toggle('dark', matches)
    })
  },
} satisfies Theme
