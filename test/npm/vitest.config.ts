import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/npm/*.npm.ts'],
    globalSetup: ['test/journeys/build.ts', 'test/npm/install.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
