import { CREDENTIAL_WORDS } from '../../analysis/secrets/credential-words.data.ts'
import type { Credential } from '../../analysis/secrets/credential.ts'

/** A credential in words that can follow "holds": its kind, and the setting inside the value. Never the value. */
export function wordsFor({ kind, setting }: Credential): string {
  const words = CREDENTIAL_WORDS[kind]
  return setting === undefined ? words : `${words} in "${setting}"`
}
