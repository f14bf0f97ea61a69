import type { Resource } from '../../model/resource.ts'

const PLAIN_TYPES: ReadonlySet<string> = new Set([
  'Opaque',
  'kubernetes.io/basic-auth',
  'kubernetes.io/ssh-auth',
])

/** Whether a Secret is of a type that a person fills in. */
export function isPlainType(secret: Resource): boolean {
  return PLAIN_TYPES.has(typeOf(secret))
}

/** The type of a Secret; what says nothing is Opaque. */
export function typeOf(secret: Resource): string {
  const type = secret.get('type')?.value
  return typeof type === 'string' && type !== '' ? type : 'Opaque'
}

// Marks of programs that write Secrets, copy them or put values in. Source: the pages of each, read 2026-11-24.
const TENDERS =
  /external-secrets\.io|cert-manager\.io|sealedsecrets\.bitnami\.com|reflector\.v1|replicator\.v1|kubed|secrets-store|vault|reloader|sops|argoproj\.io|fluxcd\.io|rotat|infisical|doppler|secretgen|mittwald|strimzi|zalan\.do|cnpg\.io/i

/** Whether a program looks after a Secret: owns it, or left a mark on it. */
export function isTended(secret: Resource): boolean {
  if (secret.list('metadata', 'ownerReferences').length > 0) return true
  const marks = [...Object.keys(secret.labels), ...Object.keys(secret.annotations)]
  return marks.some((mark) => TENDERS.test(mark))
}

// Labels that only say which application an object belongs to; by any other a program may look for it.
const PLAIN_LABEL =
  /^(?:app|name|component|tier|release|chart|heritage|team|environment|env|version|part-of|(?:app|helm)\.[a-z.]+\/.*|helm\.sh\/chart)$/

/** Whether a program may find a Secret by its labels rather than by its name. */
export function isFoundByLabel(secret: Resource): boolean {
  return Object.keys(secret.labels).some((label) => !PLAIN_LABEL.test(label))
}
