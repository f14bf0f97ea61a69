import { classEncryption } from '../../analysis/encryption/storage-class.ts'
import type { StorageDriver } from '../../analysis/encryption/storage-drivers.data.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { isDefaultClass } from '../../rules/data/storage-class.ts'
import { isManifest, manifestOf, withMetadata, type Chapter, type Draft } from './draft.ts'

const DEFAULT = 'storageclass.kubernetes.io/is-default-class'

/**
 * Makes an encrypted class the default one in the place of a clear one: a class of the same driver that is there
 * already, or a twin of the clear class with encryption. Parameters of a class cannot be changed, so the old one stays.
 */
export function draftStorageEncryption(scene: Scene): Draft {
  const clear = scene
    .ofKind('StorageClass')
    .filter((storageClass) => classEncryption(storageClass).state === 'clear')
  const drafts = clear.filter(isDefaultClass).map((old) => chapterFor(old, scene))
  const kept = clear.map(({ name }) => name)
  return {
    chapters: drafts.flat(),
    notes:
      kept.length === 0
        ? []
        : [
            `What is stored by ${kept.join(', ')} stays in clear: copy it to claims of the encrypted class.`,
          ],
  }
}

function chapterFor(old: Resource, scene: Scene): readonly Chapter[] {
  const next = encryptedSibling(old, scene) ?? encryptedTwin(old)
  const former = manifestOf(old)
  if (next === undefined || former === undefined) return []
  return [
    {
      why: [
        `Claims that name no class are encrypted from now on, instead of stored by ${old.name}.`,
        ...passphraseWords(old),
      ],
      manifests: [
        withMetadata(next, 'annotations', { [DEFAULT]: 'true' }),
        withMetadata(former, 'annotations', { [DEFAULT]: 'false' }),
      ],
    },
  ]
}

// A volume without its passphrase is not made, and the claim waits for ever.
function passphraseWords(old: Resource): readonly string[] {
  const { driver } = classEncryption(old)
  return driver?.passphrase === undefined
    ? []
    : [`Make the Secret with the passphrase before each claim, as ${driver.source} tells.`]
}

function encryptedSibling(old: Resource, scene: Scene): ReturnType<typeof manifestOf> {
  const driver = old.get('provisioner')?.value
  const sibling = scene
    .ofKind('StorageClass')
    .find(
      (other) =>
        other.get('provisioner')?.value === driver && classEncryption(other).state === 'encrypted',
    )
  return sibling === undefined ? undefined : manifestOf(sibling)
}

function encryptedTwin(old: Resource): ReturnType<typeof manifestOf> {
  const manifest = manifestOf(old)
  const { driver } = classEncryption(old)
  const grows = manifest?.['allowVolumeExpansion'] === true
  const parameters = driver === undefined ? undefined : encryptionOf(driver, grows)
  if (manifest === undefined || parameters === undefined) return undefined
  const known = isManifest(manifest['parameters']) ? manifest['parameters'] : {}
  return {
    ...manifest,
    metadata: { name: `${old.name}-encrypted` },
    parameters: { ...known, ...parameters },
  }
}

// A flag without a value wants the name of somebody's key, which nobody else can know.
function encryptionOf(
  { flags: [flag], passphrase }: StorageDriver,
  grows: boolean,
): Readonly<Record<string, string>> | undefined {
  if (flag === undefined || (flag.value === '' && passphrase === undefined)) return undefined
  return {
    ...(flag.value === '' ? {} : { [flag.key]: flag.value }),
    ...(passphrase === undefined ? {} : secretOf(passphrase)),
    // A volume that grows is opened anew.
    ...(passphrase !== undefined && grows ? secretOf('node-expand') : {}),
  }
}

function secretOf(call: string): Readonly<Record<string, string>> {
  return {
    [`csi.storage.k8s.io/${call}-secret-name`]: 'luks-${pvc.namespace}-${pvc.name}',
    [`csi.storage.k8s.io/${call}-secret-namespace`]: 'kube-system',
  }
}
