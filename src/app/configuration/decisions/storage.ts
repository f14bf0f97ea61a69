import { classEncryption } from '../../../analysis/encryption/storage-class.ts'
import { setPlace, type FieldEdit } from '../../../model/edit.ts'
import type { Place } from '../../../model/place.ts'
import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { gdprProtect } from '../../../rules/data/gdpr-protect/rule.ts'
import { scEncrypt } from '../../../rules/data/sc-encrypt/rule.ts'
import { isDefaultClass } from '../../../rules/data/storage-class.ts'
import type { Charge } from '../../../rules/judge.ts'
import { fieldEdits, type Decision, type Step } from './decision.ts'

/** What is decided about classes that store in clear: claims ask for an encrypted one, and the class goes. */
export const STORAGE: readonly Decision[] = [
  { rules: [scEncrypt], decide: giveUpClass },
  { rules: [gdprProtect], decide: moveClaims },
]

function giveUpClass({ resource }: Charge, scene: Scene): Step | undefined {
  if (resource.type !== 'StorageClass' || classEncryption(resource).state !== 'clear')
    return undefined
  const next = encryptedOf(resource, scene)
  if (next === undefined) return undefined
  const claims = claimsOf(scene).filter(({ name }) => name === resource.name)
  return {
    edits: claims.flatMap(({ place }) => fieldEdits([setPlace(place, next.name)])),
    removes: [resource],
    words: [
      `Restricts: no volume is made by class "${resource.name}" any more, and its volumes do not grow; they stay, in clear, until what they hold is copied to claims of "${next.name}".`,
      `Lift: make the class again; portolan lift sc-encrypt --on StorageClass/${resource.name} says who wanted it.`,
    ],
  }
}

function moveClaims({ resource }: Charge, scene: Scene): Step | undefined {
  const claims = claimsOf(scene).flatMap(({ holder, name, place }) => {
    const old = holder === resource ? scene.find('StorageClass', undefined, name) : undefined
    const isClear = old !== undefined && classEncryption(old).state === 'clear'
    const next = isClear ? encryptedOf(old, scene) : undefined
    return next === undefined ? [] : [setPlace(place, next.name)]
  })
  const edits: readonly FieldEdit[] = fieldEdits(claims)
  if (edits.length === 0) return undefined
  return {
    edits,
    words: [
      `Restricts: new volumes of "${resource.name}" are encrypted; the ones it has stay in clear until they are copied. Claims cannot be changed in place: make it anew (kubectl delete --cascade=orphan keeps its pods).`,
      'Lift: name the old class again.',
    ],
  }
}

// The default first: that is the one the estate means.
function encryptedOf(clear: Resource, scene: Scene): Resource | undefined {
  return scene
    .ofKind('StorageClass')
    .filter(
      (other) =>
        other.get('provisioner')?.value === clear.get('provisioner')?.value &&
        classEncryption(other).state === 'encrypted',
    )
    .toSorted((a, b) => Number(isDefaultClass(b)) - Number(isDefaultClass(a)))[0]
}

interface Claim {
  readonly holder: Resource
  readonly name: string
  readonly place: Place
}

function claimsOf(scene: Scene): readonly Claim[] {
  return scene.resources.flatMap((holder) => {
    const templates = holder
      .list('spec', 'volumeClaimTemplates')
      .map((_, index) => ['spec', 'volumeClaimTemplates', index, 'spec', 'storageClassName'])
    const own = holder.type === 'PersistentVolumeClaim' ? [['spec', 'storageClassName']] : []
    return [...templates, ...own].flatMap((path) => {
      const name = holder.get(...path)?.value
      return typeof name === 'string' ? [{ holder, name, place: holder.at(...path) }] : []
    })
  })
}
