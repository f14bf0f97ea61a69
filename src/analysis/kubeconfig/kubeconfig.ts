import type { Path } from '../../model/document.ts'
import { isPlaceholder, memberOf, type Field } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'

/** A member of `users` in a kubeconfig: who speaks, and with what. */
export interface KubeconfigUser {
  readonly name: string
  /** The way from the file's root to `user`. */
  readonly path: Path
}

/** A field of a kubeconfig that proves who somebody is to whoever holds it. */
export interface Credential {
  readonly user: KubeconfigUser
  readonly field: Field
  /** What it is, in words. */
  readonly what: string
}

/** Whether an object is a kubeconfig file. */
export function isKubeconfig({ type, apiVersion }: Resource): boolean {
  return type === 'Config' && apiVersion === 'v1'
}

/** The users of a kubeconfig. */
export function kubeconfigUsers(kubeconfig: Resource): readonly KubeconfigUser[] {
  return kubeconfig.list('users').map(({ value }, index) => {
    const name = memberOf(value, 'name')
    return { name: typeof name === 'string' ? name : '', path: ['users', index, 'user'] }
  })
}

/** What the users of a kubeconfig carry in the file itself. O(users). */
export function credentialsIn(kubeconfig: Resource): readonly Credential[] {
  return kubeconfigUsers(kubeconfig).flatMap((user) => {
    const plain = PLAIN.map(({ path, what }) => ({ path: [...user.path, ...path], what }))
    return [...plain, ...secretVariables(kubeconfig, user)].flatMap(({ path, what }) => {
      const field = kubeconfig.get(...path)
      return field !== undefined && isCredential(field.value) ? [{ user, field, what }] : []
    })
  })
}

/**
 * What a text carries that looks like a kubeconfig, in words, or undefined when it is none or carries nothing. The text
 * is searched, not read: YAML and JSON serve alike. O(text).
 */
export function credentialInText(text: string): string | undefined {
  if (!looksLikeKubeconfig(text)) return undefined
  for (const { groups } of text.matchAll(WRITTEN)) {
    if (isCredential(groups?.['value'])) return WORDS.get(groups?.['key'] ?? '')
  }
  return undefined
}

/** Whether a text that looks like a kubeconfig tells clients not to check the server's certificate. O(text). */
export function skipsVerification(text: string): boolean {
  return looksLikeKubeconfig(text) && SKIP.test(text)
}

function looksLikeKubeconfig(text: string): boolean {
  return text.includes('clusters') && text.includes('users') && KIND.test(text)
}

const KIND = /["']?\bkind["']?[ \t]*:[ \t]*["']?Config\b/

const SKIP = /(?<![\w-])insecure-skip-tls-verify["']?[ \t]*:[ \t]*true\b/

const WORDS: ReadonlyMap<string, string> = new Map([
  ['token', 'a bearer token'],
  ['client-key-data', 'the private key of a client certificate'],
  ['password', 'a password'],
])

const WRITTEN =
  /(?<![\w-])(?<key>token|client-key-data|password)["']?[ \t]*:[ \t]*["']?(?<value>[^\s"',}]+)/g

// The plugins that are configured there were built into clients up to Kubernetes 1.25.
const OF_PLUGINS = [
  ['id-token', 'an ID token'],
  ['access-token', 'an access token'],
  ['refresh-token', 'a refresh token'],
  ['client-secret', 'a client secret'],
] as const

const PLAIN: readonly { readonly path: Path; readonly what: string }[] = [
  ...[...WORDS].map(([key, what]) => ({ path: [key], what })),
  ...OF_PLUGINS.map(([key, what]) => ({ path: ['auth-provider', 'config', key], what })),
]

function secretVariables(
  kubeconfig: Resource,
  { path }: KubeconfigUser,
): readonly { readonly path: Path; readonly what: string }[] {
  const env = [...path, 'exec', 'env']
  return kubeconfig.list(...env).flatMap(({ value }, index) => {
    const name = memberOf(value, 'name')
    if (typeof name !== 'string' || !SECRET_NAME.test(name)) return []
    return [{ path: [...env, index, 'value'], what: `a secret in the variable ${name}` }]
  })
}

const SECRET_NAME = /(?:SECRET(?:_ACCESS)?(?:_KEY)?|TOKEN|PASSWORD)$/i

function isCredential(value: unknown): boolean {
  if (typeof value !== 'string' || value === '' || isPlaceholder(value)) return false
  return !STAND_INS.has(value) && !/^[<$%[{|>]/.test(value)
}

// What `kubectl config view` prints in their place, and what YAML calls nothing.
const STAND_INS: ReadonlySet<string> = new Set(['REDACTED', 'DATA+OMITTED', 'null', '~'])
