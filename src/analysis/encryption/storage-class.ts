import type { Path } from '../../model/document.ts'
import { isMapping, type Field, type Reader } from '../../model/part.ts'
import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'
import { soundsLikeEncryption, storageDriver } from './storage-driver.ts'
import type { StorageDriver } from './storage-drivers.data.ts'

/** Whether what is stored is encrypted: as asked, as the provider always does, not at all, or nobody can tell. */
type AtRest = 'encrypted' | 'provider' | 'clear' | 'unknown'

/** What a StorageClass or a volume says of encryption. `place` decides it; `why` ends a sentence. */
export interface StorageEncryption {
  readonly state: AtRest
  readonly place: Place
  readonly why: string
  readonly driver: StorageDriver | undefined
}

/** Where the settings of one class or volume stand. */
interface Settings {
  readonly part: Reader
  readonly path: Path
  readonly provisioner: string
  /** The way to the mount options. */
  readonly options: Path
}

const PARAMETERS = ['parameters'] as const
const ATTRIBUTES = ['spec', 'csi', 'volumeAttributes'] as const

/** Whether the volumes of a StorageClass are encrypted. */
export function classEncryption(storageClass: Resource): StorageEncryption {
  const provisioner = storageClass.get('provisioner')
  return encryptionOf({
    part: storageClass,
    path: PARAMETERS,
    provisioner: typeof provisioner?.value === 'string' ? provisioner.value : '',
    options: ['mountOptions'],
  })
}

/**
 * Whether a PersistentVolume is encrypted, as far as the volume itself tells: undefined for drivers that keep no trace
 * of it there.
 */
export function volumeEncryption(volume: Resource): StorageEncryption | undefined {
  const options = ['spec', 'mountOptions'] as const
  if (volume.get('spec', 'nfs') !== undefined)
    return encryptionOf({
      part: volume,
      path: ['spec', 'nfs'],
      provisioner: 'nfs.csi.k8s.io',
      options,
    })
  const name = volume.get('spec', 'csi', 'driver')?.value
  const driver = typeof name === 'string' ? storageDriver(name) : undefined
  if (typeof name !== 'string' || driver === undefined) return undefined
  const isTold = driver.inVolume === true || driver.silence === 'network'
  return isTold
    ? encryptionOf({ part: volume, path: ATTRIBUTES, provisioner: name, options })
    : undefined
}

/** The parameters of a class that sound like encryption and that its driver does not know. */
export function unknownParameters(storageClass: Resource): readonly Field[] {
  const provisioner = storageClass.get('provisioner')?.value
  const driver = typeof provisioner === 'string' ? storageDriver(provisioner) : undefined
  const parameters = storageClass.get(...PARAMETERS)?.value
  const known = driver?.known
  if (known === undefined || !isMapping(parameters)) return []
  const names = new Set(known.map((key) => key.toLowerCase()))
  return Object.keys(parameters).flatMap((key) => {
    if (!soundsLikeEncryption(key) || key.startsWith('csi.storage.k8s.io/')) return []
    return names.has(key.toLowerCase()) ? [] : (storageClass.get(...PARAMETERS, key) ?? [])
  })
}

function encryptionOf(settings: Settings): StorageEncryption {
  const driver = storageDriver(settings.provisioner)
  if (driver === undefined) return withoutDriver(settings)
  if (driver.silence === 'network') return overNetwork(settings, driver)
  const fields = driver.flags.map(({ key, value }) => ({
    wanted: value,
    field: settingOf(settings, key, driver),
  }))
  const asked = fields.find(({ field, wanted }) => isOn(field, wanted))?.field
  if (asked !== undefined) return { state: 'encrypted', place: asked.place, why: '', driver }
  const written = fields.find(({ field }) => field !== undefined)?.field
  if (written?.resolved === false)
    return { state: 'unknown', place: written.place, why: 'an unrendered template decides', driver }
  if (written !== undefined && typeof written.value !== 'string')
    return { state: 'unknown', place: written.place, why: 'the API server takes text only', driver }
  return silent(settings, driver, written)
}

function silent(
  { part, path }: Settings,
  driver: StorageDriver,
  written: Field | undefined,
): StorageEncryption {
  const key = driver.flags[0]?.key
  const place = written?.place ?? part.at(...(key === undefined ? ['provisioner'] : [...path, key]))
  if (driver.silence === 'network') return { state: 'unknown', place, why: '', driver }
  if (driver.silence === 'provider') return { state: 'provider', place, why: '', driver }
  if (written !== undefined && driver.silence !== 'elsewhere')
    return { state: 'clear', place, why: `${nameOf(written)} does not turn it on`, driver }
  if (driver.silence === 'clear')
    return { state: 'clear', place, why: `${driver.title} encrypts only when asked`, driver }
  if (driver.silence === 'elsewhere' && soundsEncrypted(part, path))
    return { state: 'encrypted', place, why: '', driver }
  return { state: 'unknown', place, why: WHO_KNOWS[driver.silence](driver.title), driver }
}

// What a class cannot tell, for the end of a sentence.
const WHO_KNOWS = {
  account: () => 'whether the account encrypts new volumes by default was not read',
  elsewhere: (title: string) => `what lies below it (${title}) was not read`,
} as const

function withoutDriver({ part, path, provisioner }: Settings): StorageEncryption {
  const isSaid = soundsEncrypted(part, path)
  return {
    state: isSaid ? 'encrypted' : 'unknown',
    place: part.at('provisioner'),
    why: `how ${provisioner === '' ? 'its provisioner' : provisioner} encrypts is not known here`,
    driver: undefined,
  }
}

// File servers encrypt on their own side or not at all; what can be asked for here is the way there.
function overNetwork({ part, options }: Settings, driver: StorageDriver): StorageEncryption {
  const written = part.list(...options)
  const place = part.at(...options)
  const isSealed = written.some(({ value }) => typeof value === 'string' && SEALED.test(value))
  if (isSealed) return { state: 'encrypted', place, why: '', driver }
  const isKnown = written.every(({ resolved }) => resolved)
  const why = `${driver.title} sends files over the network in clear unless a mount option asks for more`
  return { state: isKnown ? 'clear' : 'unknown', place, why, driver }
}

const SEALED = /^(?:sec=krb5p|xprtsec=m?tls|seal|tls)$/i

function settingOf(
  { part, path }: Settings,
  key: string,
  driver: StorageDriver,
): Field | undefined {
  if (driver.ignoresCase !== true) return part.get(...path, key)
  const written = part.get(...path)?.value
  if (!isMapping(written)) return part.get(...path, key)
  const same = Object.keys(written).find((name) => name.toLowerCase() === key.toLowerCase())
  return part.get(...path, same ?? key)
}

// CSI's own templates (`${pvc.name}`) are no placeholders: a name of a Secret is there all the same.
function isOn(field: Field | undefined, wanted: string): boolean {
  if (field === undefined) return false
  if (wanted === '') return typeof field.value === 'string' && field.value !== ''
  return typeof field.value === 'string' && field.value.toLowerCase() === wanted
}

// Volume types and storage policies are named by people: "luks-ssd", "encrypted-gold".
function soundsEncrypted(part: Reader, path: Path): boolean {
  const written = part.get(...path)?.value
  return (
    isMapping(written) &&
    Object.entries(written).some(
      ([key, value]) =>
        typeof value === 'string' &&
        (/encr|luks/i.test(value) || (soundsLikeEncryption(key) && value === 'true')),
    )
  )
}

function nameOf({ place }: Field): string {
  return String(place.path.at(-1))
}
