import { isMapping } from '../../../model/part.ts'
import { isAbsent } from '../answers.ts'
import type { Site } from '../candidate.ts'
import type { Blame, Check } from '../check.ts'
import { podField } from '../field-patterns.ts'
import { everyMember, inPod, NO_BLAME } from '../judges.ts'

const ALLOWED = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
] as const

const FORBIDDEN = [
  'awsElasticBlockStore',
  'azureDisk',
  'azureFile',
  'cephfs',
  'cinder',
  'fc',
  'flexVolume',
  'flocker',
  'gcePersistentDisk',
  'gitRepo',
  'glusterfs',
  'hostPath',
  'iscsi',
  'nfs',
  'photonPersistentDisk',
  'portworxVolume',
  'quobyte',
  'rbd',
  'scaleIO',
  'storageos',
  'vsphereVolume',
] as const

/**
 * Restricted, since 1.0, in place of hostPathVolumes. Sources of volumes: those in `ALLOWED`. A volume without source
 * is an emptyDir, as the API server makes it one before it judges.
 */
export const restrictedVolumes = {
  id: 'restrictedVolumes',
  level: 'restricted',
  title: 'Mount volumes of safe types only',
  overrides: 'hostPathVolumes',
  variants: [
    {
      sinceMinor: 0,
      fields: podField(['volumes[*]']),
      allowed: ALLOWED,
      judge: inPod(everyMember(['volumes'], judgeVolume)),
    },
  ],
} as const satisfies Check

const allowedSources: ReadonlySet<string> = new Set(ALLOWED)
const forbiddenSources: ReadonlySet<string> = new Set(FORBIDDEN)

function judgeVolume({ value, path }: Site): readonly Blame[] {
  if (isAbsent(value)) return NO_BLAME
  if (!isMapping(value)) return [{ field: path, sure: false }]
  const written = Object.keys(value).filter((key) => key !== 'name' && !isAbsent(value[key]))
  const safe = written.filter((key) => allowedSources.has(key))
  // The API server refuses a volume of two sources; the plugin lets it pass when one of them is safe.
  if (safe.some((key) => isMapping(value[key]))) return NO_BLAME
  return written.map((key) => ({
    field: [...path, key],
    // A source that is unknown or of the wrong type may be dropped, refused or newer than this table.
    sure: safe.length === 0 && forbiddenSources.has(key) && isMapping(value[key]),
  }))
}
