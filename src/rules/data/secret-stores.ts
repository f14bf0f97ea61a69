import type { Path } from '../../model/document.ts'
import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'

/** What is weak about where Secrets come from. */
export interface Weakness {
  readonly place: Place
  /** The rest of a sentence that begins with the kind and the name. */
  readonly reason: string
}

// Where providers of external-secrets keep a key that never changes though they know a way without any. Providers
// without such a way are left out. Source: external-secrets.io API reference, v1; read 2026-11-24.
const STATIC_KEYS: readonly { readonly path: Path; readonly instead: string }[] = [
  { path: ['aws', 'auth', 'secretRef'], instead: 'the account of a pod (auth.jwt)' },
  { path: ['gcpsm', 'auth', 'secretRef'], instead: 'workload identity' },
  { path: ['azurekv', 'authSecretRef', 'clientSecret'], instead: 'workload identity' },
  { path: ['vault', 'auth', 'tokenSecretRef'], instead: 'the account of a pod (auth.kubernetes)' },
  { path: ['kubernetes', 'auth', 'token'], instead: 'an account (auth.serviceAccount)' },
]

/** What is weak about a SecretStore or ClusterSecretStore of external-secrets. */
export function weaknessesOfStore(store: Resource): readonly Weakness[] {
  const keys = STATIC_KEYS.flatMap(({ path, instead }) => {
    const field = store.get('spec', 'provider', ...path)
    if (field === undefined || !field.resolved) return []
    return [
      {
        place: field.place,
        reason: `signs in with a key that never changes instead of ${instead}`,
      },
    ]
  })
  const server = store.get('spec', 'provider', 'vault', 'server')
  const isClear = typeof server?.value === 'string' && server.value.startsWith('http://')
  const clear = isClear
    ? [{ place: server.place, reason: 'fetches every secret in clear, over http' }]
    : []
  return [...keys, ...clear, ...openToAll(store)]
}

/** What is weak about a SealedSecret. */
export function weaknessesOfSealed(sealed: Resource): readonly Weakness[] {
  const key = 'sealedsecrets.bitnami.com/cluster-wide'
  if (sealed.annotations[key] !== 'true') return []
  return [
    {
      place: sealed.at('metadata', 'annotations', key),
      reason: 'may be unsealed under any name in any namespace',
    },
  ]
}

/** What is weak about a Secret that SOPS encrypted: a single person or key that can open it. */
export function weaknessesOfEncrypted(secret: Resource): readonly Weakness[] {
  const lists = ['age', 'pgp', 'kms', 'gcp_kms', 'azure_kv', 'hc_vault'] as const
  const counts = lists.map((list) => ({ list, count: secret.list('sops', list).length }))
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  const lone = counts.find(({ count }) => count === 1)
  // A key of a cloud has a service behind it; a key in somebody's pocket gets lost.
  if (all !== 1 || lone === undefined || (lone.list !== 'age' && lone.list !== 'pgp')) return []
  return [
    {
      place: secret.at('sops', lone.list),
      reason: 'can be opened by one key only, and is lost with it',
    },
  ]
}

function openToAll(store: Resource): readonly Weakness[] {
  if (store.kind !== 'ClusterSecretStore' || store.list('spec', 'conditions').length > 0) return []
  const conditions = store.get('spec', 'conditions')
  if (conditions?.resolved === false) return []
  return [
    {
      place: store.at('spec', 'conditions'),
      reason:
        'serves every namespace: whoever may write an ExternalSecret anywhere reads all it can reach',
    },
  ]
}
