import { groupBy } from '../../base/group.ts'
import type { AppendEdit, Edit, FieldEdit } from '../../model/edit.ts'
import type { Resource } from '../../model/resource.ts'
import { CATALOGUE } from '../../rules/catalogue.ts'
import { judge, type Charge } from '../../rules/judge.ts'
import { isManifest, manifestOf, type Chapter, type Drafter } from './draft.ts'
import { editValue } from './edit-value.ts'

// What the platform is made of. Workloads are mended in their own files, and what holds values is never copied out.
const PLATFORM: ReadonlySet<string> = new Set([
  'APIService',
  'ClusterRole',
  'ClusterRoleBinding',
  'Gateway',
  'Ingress',
  'IngressClass',
  'LimitRange',
  'MutatingWebhookConfiguration',
  'Namespace',
  'NetworkPolicy',
  'PodDisruptionBudget',
  'ResourceQuota',
  'Role',
  'RoleBinding',
  'Service',
  'ServiceAccount',
  'ValidatingWebhookConfiguration',
  'VolumeSnapshotClass',
  'cert-manager.io/Certificate',
  'security.istio.io/PeerAuthentication',
])

/** Drafts the platform's objects that the rules of a topic complain about, mended as their fixes would. */
export function drafterByFixes(topic: string): Drafter {
  const rules = CATALOGUE.filter((rule) => rule.topic === topic && rule.fix !== undefined)
  return (scene) => {
    const charges = judge(scene, rules).filter(({ complaint }) => complaint.sure)
    return { chapters: chaptersOf(charges), notes: [] }
  }
}

function chaptersOf(charges: readonly Charge[]): readonly Chapter[] {
  const byResource = groupBy(charges, ({ resource }) => resource)
  return [...byResource].flatMap(([resource, list]) =>
    chapterFor(resource, list, PLATFORM.has(resource.type)),
  )
}

function chapterFor(
  resource: Resource,
  charges: readonly Charge[],
  isShown: boolean,
): readonly Chapter[] {
  const edits = charges.flatMap((charge) => charge.edits())
  const own = isShown ? edits.filter((edit) => isOwn(edit, resource)) : []
  const manifest = manifestOf(resource)
  const mended = own.length === 0 || manifest === undefined ? undefined : editValue(manifest, own)
  const manifests = [
    ...(isManifest(mended) ? [mended] : []),
    ...edits
      .filter(isAppend)
      .flatMap(({ object }) => (PLATFORM.has(object.kind) ? { ...object } : [])),
  ]
  if (manifests.length === 0) return []
  const mending = isShown ? charges : charges.filter((charge) => charge.edits().some(isAppend))
  return [{ why: [...new Set(mending.map(({ complaint }) => complaint.message))], manifests }]
}

function isOwn(edit: Edit, resource: Resource): edit is FieldEdit {
  return edit.kind !== 'append' && edit.place.document === resource.document
}

function isAppend(edit: Edit): edit is AppendEdit {
  return edit.kind === 'append'
}
