import { findCredential } from '../../analysis/secrets/find-credential.ts'
import { settingsIn } from '../../analysis/secrets/settings-in-text.ts'
import type { SecretLines } from '../../fix/unified-diff.ts'
import type { Source } from '../../model/source.ts'

/**
 * The lines of a values file, template or patch that hold credentials, counted from 0: also those that no rendering
 * shows. O(characters).
 */
export function secretLinesIn({ text }: Source): SecretLines {
  const secret = new Set<number>()
  let isKey = false
  for (const [index, line] of text.split('\n').entries()) {
    if (line.includes('-----BEGIN')) isKey = true
    if (isKey || holdsCredential(line)) secret.add(index)
    if (line.includes('-----END')) isKey = false
  }
  return secret
}

function holdsCredential(line: string): boolean {
  if (findCredential(line, { name: undefined, keptIn: 'open' }) !== undefined) return true
  return [...settingsIn(line)].some(
    ({ name, value }) => findCredential(value, { name, keptIn: 'open' }) !== undefined,
  )
}
