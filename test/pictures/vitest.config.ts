import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/pictures/*.pictures.ts'],
    globalSetup: ['test/journeys/build.ts'],
    testTimeout: 120_000,
  },
})
