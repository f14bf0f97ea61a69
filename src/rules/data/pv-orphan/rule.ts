import { memberOf } from '../../../model/part.ts'
import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { claimsInUse } from '../claims.ts'
import { declarationOf, isPersonal } from '../data-class.ts'

export const pvOrphan = defineRule({
  id: 'pv-orphan',
  title: 'Delete volumes that nobody uses any more',
  topic: 'storage-encryption',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Persistent Volumes, reclaiming',
      url: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reclaiming',
    },
    {
      title: 'GDPR, Article 5: principles relating to processing of personal data',
      url: 'https://gdpr-info.eu/art-5-gdpr/',
    },
  ],

  subject: ['PersistentVolume', 'PersistentVolumeClaim'],
  check: (resource, scene) =>
    resource.type === 'PersistentVolume' ? ofVolume(resource) : ofClaim(resource, scene),
})

function ofVolume(volume: Resource): readonly Complaint[] {
  const phase = volume.get('status', 'phase')
  if (phase?.value !== 'Released') return []
  if (volume.get('spec', 'persistentVolumeReclaimPolicy')?.value !== 'Retain') return []
  const claim = volume.get('spec', 'claimRef')?.value
  const whose =
    typeof memberOf(claim, 'name') === 'string'
      ? ` of claim "${String(memberOf(claim, 'name'))}"`
      : ''
  return [
    {
      place: phase.place,
      message: `PersistentVolume "${volume.name}" still holds the data${whose}, which is gone: nobody uses or deletes it.`,
      sure: true,
    },
  ]
}

// Whether anything uses a claim can be told only where pods of its namespace were read.
function ofClaim(claim: Resource, scene: Scene): readonly Complaint[] {
  const declared = declarationOf(claim, scene)
  if (declared === undefined || !isPersonal(declared.class)) return []
  if (
    scene.podsIn(claim.namespace).length === 0 ||
    claimsInUse(claim.namespace, scene).has(claim.name)
  )
    return []
  return [
    {
      place: claim.at('metadata', 'name'),
      message: `PersistentVolumeClaim "${claim.name}" holds ${declared.class} data, and no pod that was read uses it.`,
      sure: false,
    },
  ]
}
