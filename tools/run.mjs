// Runs a tool written in TypeScript: `node tools/run.mjs tools/build.ts`. Node 20 cannot do that by itself.
import { mkdirSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const [tool, ...rest] = process.argv.slice(2)
const folder = 'node_modules/.cache/portolan'
mkdirSync(folder, { recursive: true })
const outfile = resolve(folder, `${basename(tool, '.ts')}.mjs`)
await build({
  entryPoints: [tool],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
  external: ['portolan:*'],
})
process.argv = [process.argv[0], tool, ...rest]
await import(pathToFileURL(outfile).href)
