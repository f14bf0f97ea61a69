import type { CREDENTIAL_WORDS } from './credential-words.data.ts'

/** What a value gives access to. */
export type CredentialKind = keyof typeof CREDENTIAL_WORDS

/** A credential that was found. Its value is never part of it, so that no report can print it. */
export interface Credential {
  readonly kind: CredentialKind
  /** The setting that holds it, when it stands inside a larger text. */
  readonly setting: string | undefined
}

/** Where a value stands. */
export interface ValueContext {
  /** What the value is called: an environment variable, a key of a ConfigMap, a flag. */
  readonly name: string | undefined
  /** `secret` for a member of a Secret, where all that is not plainly public counts; `open` for all else. */
  readonly keptIn: 'secret' | 'open'
}
