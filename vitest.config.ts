import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/journeys/**'],
    // one PostgreSQL for all files; each test that needs it gets a database of its own
    globalSetup: 'test/postgres-server.ts',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
