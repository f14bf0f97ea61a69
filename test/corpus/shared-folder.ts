import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const CORPORA = fileURLToPath(new URL('../../../shared/corpora', import.meta.url))
// Another place, for work trees that do not lie beside the shared folder.
const ROOT = process.env['PORTOLAN_CORPORA'] ?? CORPORA

/** A folder of the corpora that is used as it lies there; undefined, with the reason printed, when it is absent. */
export function sharedFolder(name: 'osv' | 'versions'): string | undefined {
  const folder = join(ROOT, name)
  if (existsSync(folder)) return folder
  console.info(`Corpus tests are skipped: ../shared/corpora/${name} is absent.`)
  return undefined
}
