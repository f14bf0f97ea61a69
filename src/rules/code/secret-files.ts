import { matches } from '../../model/wildcard.ts'
import { SECRET_FILES } from './secret-files.data.ts'

/**
 * Whether a file or folder of that name holds credentials: `sure` when files of this name hold nothing else, `perhaps`
 * when they may as well hold settings. Undefined for all others.
 */
export function secrecyOf(path: string): 'sure' | 'perhaps' | undefined {
  const steps = path
    .toLowerCase()
    .split('/')
    .filter((step) => step !== '')
  const name = steps.at(-1) ?? ''
  if (SECRET_FILES.folders.some((folder) => steps.includes(folder))) return 'sure'
  const words = name.split(/[^a-z0-9]+/)
  if (SECRET_FILES.harmless.some((word) => words.includes(word))) return undefined
  if (SECRET_FILES.sure.some((pattern) => matches(pattern, name))) return 'sure'
  return SECRET_FILES.perhaps.some((pattern) => matches(pattern, name)) ? 'perhaps' : undefined
}
