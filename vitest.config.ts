import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // One less than there are cores is the default: half of two.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'quick',
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.long.test.ts'],
          // Loading the house once per worker instead of once per file is a third of the time.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          globalSetup: [],
        },
      },
      {
        test: {
          name: 'long',
          include: ['test/**/*.long.test.ts'],
          testTimeout: 1_200_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
