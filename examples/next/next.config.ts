import type { NextConfig } from 'next'

export default {
  // In the Pages Router Node loads packages itself, and does not find the `next/server` that next-auth imports.
  transpilePackages: ['next-auth'],
} satisfies NextConfig
