import * as childProcess from 'node:child_process'
import * as crypto from 'node:crypto'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import * as zlib from 'node:zlib'
import { build, type Plugin } from 'esbuild'
import * as yaml from 'yaml'
import { PAGES_MODULES, pagesModule } from './pages-plugin.ts'

// `npm run build`: what ships. Files that are reached by `await import()` become chunks of their own.

const OUT = 'dist'
const EXAMPLE = 'src/rules/workloads/privileged-container/bad.yaml'

// Each of these is run once, so that the functions it needs are in the stored code of its chunks.
const WARM_UPS: readonly (readonly string[])[] = [
  ['version'],
  ['--help'],
  ['rules'],
  ['explain', 'privileged-container'],
  ['fix', EXAMPLE],
  ['scan', EXAMPLE],
  ['scan', 'examples/harbour', '-f', 'json'],
  ['render', 'examples/harbour'],
]

// Modules that few runs need, but that their importers load when they are loaded themselves: the YAML library, what
// commander starts other programs with, checksums and certificates, packed charts. What is imported of them is fetched
// when it is first used.
const LATE_MODULES: ReadonlyMap<string, object> = new Map<string, object>([
  ['yaml', yaml],
  ['node:child_process', childProcess],
  ['node:crypto', crypto],
  ['node:zlib', zlib],
])

// Files of ours with a library that few runs need: each is a chunk that is loaded when something of it is first used.
const LATE_FILES: ReadonlyMap<string, readonly string[]> = new Map([
  ['src/intake/helm/schema/compile-schema.ts', ['misfitOf']],
])

await bundle()
refuseForeignLetters()
WARM_UPS.forEach(warmUp)

async function bundle(): Promise<void> {
  rmSync(OUT, { recursive: true, force: true })
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  await build({
    entryPoints: ['src/cli/main.ts', ...lazyFiles(), ...LATE_FILES.keys()],
    outdir: OUT,
    entryNames: '[name]',
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    minify: true,
    // Chunks are required, so that bin/portolan can hand their stored code to V8.
    supported: { 'dynamic-import': false },
    legalComments: 'linked',
    define: { PORTOLAN_VERSION: JSON.stringify(version) },
    plugins: [lazyChunks(), lateFiles(), lazyModules(), pages()],
    logLevel: 'warning',
  })
}

// esbuild escapes what is not ASCII in texts, and cannot in regular expressions: those spell it out themselves.
// `bin/portolan` reads chunks byte by byte.
function refuseForeignLetters(): void {
  for (const name of readdirSync(OUT)) {
    if (!name.endsWith('.cjs')) continue
    const [letter] = /[^\0-\x7f]/.exec(readFileSync(join(OUT, name), 'utf8')) ?? []
    if (letter !== undefined) throw new Error(`${OUT}/${name} holds "${letter}": spell it \\u….`)
  }
}

// Every file under src that some other file imports dynamically.
function lazyFiles(): readonly string[] {
  const files = new Set<string>()
  for (const entry of readdirSync('src', { recursive: true, encoding: 'utf8' })) {
    if (!entry.endsWith('.ts') || entry.endsWith('.test.ts')) continue
    const file = join('src', entry)
    for (const match of readFileSync(file, 'utf8').matchAll(/\bimport\('(\.[^']+\.ts)'\)/g)) {
      files.add(join(file, '..', match[1] ?? ''))
    }
  }
  return [...files].toSorted()
}

function lazyChunks(): Plugin {
  return {
    name: 'lazy-chunks',
    setup(plugin) {
      plugin.onResolve({ filter: /^\..*\.ts$/ }, ({ kind, path }) =>
        kind === 'dynamic-import'
          ? { path: `./${basename(path, '.ts')}.cjs`, external: true }
          : undefined,
      )
    },
  }
}

function lateFiles(): Plugin {
  const files = new Map([...LATE_FILES.keys()].map((file) => [basename(file), file]))
  return {
    name: 'late-files',
    setup(plugin) {
      plugin.onResolve({ filter: /\.ts$/ }, ({ kind, path }) => {
        const file = kind === 'import-statement' ? files.get(basename(path)) : undefined
        return file === undefined ? undefined : { path: file, namespace: 'late-file' }
      })
      plugin.onResolve({ filter: /\.cjs$/, namespace: 'late-file' }, ({ path }) => ({
        path,
        external: true,
      }))
      plugin.onLoad({ filter: /.*/, namespace: 'late-file' }, ({ path }) => ({
        contents: getters(LATE_FILES.get(path) ?? [], `./${basename(path, '.ts')}.cjs`),
        loader: 'js',
        resolveDir: '.',
      }))
    },
  }
}

function getters(exported: readonly string[], from: string): string {
  return `for (const name of ${JSON.stringify(exported)})
    Object.defineProperty(exports, name, { enumerable: true, get: () => require('${from}')[name] })`
}

function lazyModules(): Plugin {
  return {
    name: 'lazy-modules',
    setup(plugin) {
      plugin.onResolve({ filter: /^(?:yaml|node:.*)$/ }, ({ path, namespace }) =>
        namespace === 'late' || !LATE_MODULES.has(path) ? undefined : { path, namespace: 'late' },
      )
      plugin.onLoad({ filter: /.*/, namespace: 'late' }, ({ path }) => {
        const contents = getters(Object.keys(LATE_MODULES.get(path) ?? {}), path)
        return { contents, loader: 'js', resolveDir: '.' }
      })
    },
  }
}

function pages(): Plugin {
  return {
    name: 'pages',
    setup(plugin) {
      plugin.onResolve({ filter: PAGES_MODULES }, ({ path }) => ({ path, namespace: 'pages' }))
      plugin.onLoad({ filter: /.*/, namespace: 'pages' }, ({ path }) => ({
        contents: pagesModule(path) ?? '',
        loader: 'js',
      }))
    },
  }
}

// Another version of Node than the one that built refuses the stored code and compiles as usual.
function warmUp(args: readonly string[]): void {
  const env = { ...process.env, PORTOLAN_WRITE_CODE_CACHE: '1' }
  const { status } = childProcess.spawnSync(process.execPath, ['bin/portolan', ...args], {
    env,
    stdio: 'ignore',
  })
  // 1 is a failed gate: the examples have faults.
  if (status !== 0 && status !== 1) {
    throw new Error(`portolan ${args.join(' ')} ended with ${status} after the build.`)
  }
}
