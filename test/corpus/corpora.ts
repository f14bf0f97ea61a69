import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The public sets of real inputs that lie beside the repository; their README tells where they come from. */
export type CorpusName = 'psa' | 'boutique' | 'goat' | 'examples'

const SHARED = fileURLToPath(new URL('../../../shared', import.meta.url))

/**
 * The folder of a corpus, unpacked below the system's temporary folder; undefined, with the reason printed, when this
 * machine has none. Throws in CI when the shared folder is there but the corpus is not: then nothing would be proved.
 */
export function corpus(name: CorpusName): string | undefined {
  const archive = join(SHARED, 'corpora', `${name}.tar.xz`)
  if (existsSync(archive)) return join(unpacked(name, archive), name)
  const reason = `../shared/corpora/${name}.tar.xz is absent`
  if (process.env['CI'] === 'true' && existsSync(SHARED))
    throw new Error(`${reason}, but CI needs it.`)
  console.info(`Corpus tests are skipped: ${reason}.`)
  return undefined
}

// Test files run in processes of their own, so the folder's name tells the others that the work is done.
function unpacked(name: CorpusName, archive: string): string {
  const { size, mtimeMs } = statSync(archive)
  const target = join(tmpdir(), 'portolan-corpora', `${name}-${size}-${Math.trunc(mtimeMs)}`)
  if (existsSync(target)) return target
  mkdirSync(join(tmpdir(), 'portolan-corpora'), { recursive: true })
  const draft = mkdtempSync(`${target}-`)
  execFileSync('tar', ['-xJf', archive, '-C', draft])
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
