import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// No `define`, no shim: the page has no `process`.
export default defineConfig({
  plugins: [react()],
  server: { proxy: { '/api/auth': { target: process.env.SMOKE_AUTH_SERVER ?? '' } } },
})
