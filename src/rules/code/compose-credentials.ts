import type { Credential, CredentialKind } from '../../analysis/secrets/credential.ts'
import { credentialsInWords } from '../../analysis/secrets/credentials-in-words.ts'
import { findCredential } from '../../analysis/secrets/find-credential.ts'
import { memberOf } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import { wordsFor } from '../data/credential-words.ts'
import type { Complaint } from '../rule.ts'
import { variablesOf } from './compose-service.ts'

/** What every credential of a Compose service is told with, and of which sort it is. */
export interface ComposeCredential extends Complaint {
  /** A password, which mostly opens a database of the same file; all else opens what others run. */
  readonly isPassword: boolean
}

/** The credentials that variables, `command` and `entrypoint` of a service hold as literals. O(characters). */
export function composeCredentials(service: Resource): readonly ComposeCredential[] {
  const variables = variablesOf(service).flatMap(({ name, value, place }) => {
    const credential = findCredential(value, { name, keptIn: 'open' })
    if (credential === undefined) return []
    const message = `Service "${service.name}" has ${wordsFor(credential)} as a literal in the variable "${name}".`
    return [{ place, message, sure: true, isPassword: isPassword(credential) }]
  })
  return [...variables, ...inCommand(service, 'command'), ...inCommand(service, 'entrypoint')]
}

function inCommand(
  service: Resource,
  field: 'command' | 'entrypoint',
): readonly ComposeCredential[] {
  const value = memberOf(service.value, field)
  const words =
    typeof value === 'string' ? [`${value} `] : service.list(field).map((word) => word.value)
  return credentialsInWords(words).map(({ word, ...credential }) => ({
    place: typeof value === 'string' ? service.at(field) : service.at(field, word),
    message: `Service "${service.name}" has ${wordsFor(credential)} in its ${field}.`,
    sure: true,
    isPassword: isPassword(credential),
  }))
}

function isPassword({ kind }: Credential): boolean {
  return PASSWORDS.includes(kind)
}

const PASSWORDS: readonly CredentialKind[] = [
  'basic-authorization',
  'connection-password',
  'password',
  'password-hash',
  'url-password',
]
