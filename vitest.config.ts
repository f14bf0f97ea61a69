import { defineConfig } from 'vitest/config'
import { pagesPlugin } from './tools/pages-plugin.ts'

export default defineConfig({
  plugins: [pagesPlugin()],
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'tools/**/*.test.ts'],
    setupFiles: ['test/property-seed.ts'],
    testTimeout: 60_000,
    // A run on a busy machine of two cores must not starve its own workers.
    maxWorkers: 2,
  },
})
