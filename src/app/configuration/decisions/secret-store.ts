import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import type { Manifest } from '../draft.ts'

/** A Secret that somebody else has to fill. */
export interface Wanted {
  /** The object of whose namespace it is. */
  readonly owner: Resource
  readonly name: string
  readonly keys: readonly string[]
}

const EXTERNAL = 'external-secrets.io/ExternalSecret'

/** Lets the estate's own store fill a Secret; without exactly one store, tells how it is made by hand. */
export function fetchedSecret(
  wanted: Wanted,
  scene: Scene,
): { readonly makes: readonly Manifest[]; readonly words: string } {
  const { owner, name, keys } = wanted
  const { namespace = '' } = owner
  const store = storeFor(namespace, scene)
  if (store === undefined) {
    const files = keys.map((key) => `--from-file=${key}`).join(' ')
    return {
      makes: [],
      words: `Make it: kubectl -n ${namespace} create secret generic ${name} ${files}`,
    }
  }
  const entries = entriesIn(store, wanted)
  const told = [...new Set(entries.map(({ told: entry }) => entry))].join(', ')
  return {
    makes: [externalSecret(wanted, store, entries)],
    words: `Put its values into the store "${store.name}" first, as ${told}.`,
  }
}

/** Where a store keeps the value of one key. */
interface Entry {
  readonly secretKey: string
  readonly remoteRef: Readonly<Record<string, string>>
  readonly told: string
}

function entriesIn(store: Resource, { owner, name, keys }: Wanted): readonly Entry[] {
  const entry = `${owner.namespace ?? ''}-${name}`
  const isScaleway = store.get('spec', 'provider', 'scaleway') !== undefined
  return keys.map((secretKey) => {
    if (!isScaleway) {
      const remoteRef = { key: entry, property: secretKey }
      return { secretKey, remoteRef, told: `"${entry}" with ${keys.join(', ')}` }
    }
    // Secret Manager tells names from numbers by a prefix, and takes a dot in a property for a step into JSON: every
    // value has an entry of its own. Source: external-secrets.io, provider Scaleway, 2026-11-25.
    const own = `${entry}-${secretKey}`.replaceAll(/[^\w-]+/g, '-')
    return { secretKey, remoteRef: { key: `name:${own}` }, told: `"${own}"` }
  })
}

function externalSecret(
  { owner, name }: Wanted,
  store: Resource,
  entries: readonly Entry[],
): Manifest {
  const isPlaced = owner.get('metadata', 'namespace') !== undefined
  return {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: { name, ...(isPlaced ? { namespace: owner.namespace ?? '' } : {}) },
    spec: {
      refreshInterval: '1h',
      secretStoreRef: { kind: store.kind, name: store.name },
      target: { name },
      data: entries.map(({ secretKey, remoteRef }) => ({ secretKey, remoteRef })),
    },
  }
}

// The namespace's own store knows who asks; of several nobody can tell which is meant.
function storeFor(namespace: string, scene: Scene): Resource | undefined {
  const own = scene.inNamespace('external-secrets.io/SecretStore', namespace)
  const stores = own.length > 0 ? own : scene.ofKind('external-secrets.io/ClusterSecretStore')
  return stores.length === 1 ? stores[0] : undefined
}

/** The namespaces whose ExternalSecrets ask a store that serves the whole cluster, in the order of their names. */
export function storeUsers(store: Resource, scene: Scene): readonly string[] {
  const users = scene
    .ofKind(EXTERNAL)
    .filter(
      (external) =>
        external.get('spec', 'secretStoreRef', 'kind')?.value === store.kind &&
        external.get('spec', 'secretStoreRef', 'name')?.value === store.name,
    )
    .flatMap(({ namespace }) => namespace ?? [])
  return [...new Set(users)].toSorted()
}
