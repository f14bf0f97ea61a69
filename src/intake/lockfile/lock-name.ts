import { LOCK_READERS } from './readers.ts'

/** Whether a file of this name, without its folder, may be a lock file, manifest or SBOM that is read for its packages. */
export function isLockName(name: string): boolean {
  return LOCK_READERS.some(({ claims }) => claims(name))
}
