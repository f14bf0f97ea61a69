import type { Path } from '../../model/document.ts'
import { removePlace, setPlace, type Edit } from '../../model/edit.ts'
import type { Field } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'

/** Kinds by which controllers fetch what they install, and the fields that say how. */
const FIELDS: ReadonlyMap<
  string,
  { readonly urls: readonly Path[]; readonly flags: readonly Path[] }
> = new Map([
  [
    'source.toolkit.fluxcd.io/HelmRepository',
    { urls: [['spec', 'url']], flags: [['spec', 'insecure']] },
  ],
  ['source.toolkit.fluxcd.io/GitRepository', { urls: [['spec', 'url']], flags: [] }],
  ['source.toolkit.fluxcd.io/OCIRepository', { urls: [], flags: [['spec', 'insecure']] }],
  ['source.toolkit.fluxcd.io/Bucket', { urls: [], flags: [['spec', 'insecure']] }],
  ['image.toolkit.fluxcd.io/ImageRepository', { urls: [], flags: [['spec', 'insecure']] }],
  ['argoproj.io/Application', { urls: [['spec', 'source', 'repoURL']], flags: [] }],
  [
    'helm.cattle.io/HelmChart',
    {
      urls: [['spec', 'repo']],
      flags: [
        ['spec', 'insecureSkipTLSVerify'],
        ['spec', 'plainHTTP'],
      ],
    },
  ],
  [
    'Secret',
    {
      urls: [['stringData', 'url']],
      flags: [
        ['stringData', 'insecure'],
        ['stringData', 'insecureIgnoreHostKey'],
      ],
    },
  ],
])

/** The kinds that say from where charts, manifests and images are fetched. */
export const SOURCE_KINDS: readonly string[] = [...FIELDS.keys()]

/** The field by which `resource` fetches what it installs without knowing who sends it, if it does. */
export function unverifiedField(resource: Resource): Field | undefined {
  const fields = FIELDS.get(resource.type)
  if (fields === undefined || (resource.type === 'Secret' && !isRepository(resource)))
    return undefined
  return (
    firstOf(resource, fields.flags, ({ value }) => value === true || value === 'true') ??
    firstOf(resource, fields.urls, ({ value }) => isClear(value))
  )
}

/** Has the field ask for a sender that is known. */
export function verify({ place, value }: Field): readonly Edit[] {
  return typeof value === 'string' && isClear(value)
    ? [setPlace(place, value.replace(/^http:/, 'https:'))]
    : [removePlace(place)]
}

// Source: Argo CD documentation, Declarative Setup: repositories and their credentials are Secrets with this label.
function isRepository({ labels }: Resource): boolean {
  const type = labels['argocd.argoproj.io/secret-type']
  return type === 'repository' || type === 'repo-creds'
}

function firstOf(
  resource: Resource,
  paths: readonly Path[],
  isWrong: (field: Field) => boolean,
): Field | undefined {
  return paths
    .map((path) => resource.get(...path))
    .find((field): field is Field => field !== undefined && field.resolved && isWrong(field))
}

// Within the cluster (`NAME.NAMESPACE.svc`) the way is short, and its encryption another matter.
function isClear(url: unknown): boolean {
  if (typeof url !== 'string' || !url.startsWith('http://')) return false
  return !/^http:\/\/[^./]+\.[^./]+\.svc(?:[.:/]|$)/.test(url)
}
