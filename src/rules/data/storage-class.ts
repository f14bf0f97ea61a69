import { classEncryption } from '../../analysis/encryption/storage-class.ts'
import { setPlace, type Edit } from '../../model/edit.ts'
import type { Resource } from '../../model/resource.ts'

const DEFAULT_MARKS = [
  'storageclass.kubernetes.io/is-default-class',
  'storageclass.beta.kubernetes.io/is-default-class',
] as const

/** Whether claims that name no class get this one. */
export function isDefaultClass({ annotations }: Resource): boolean {
  return DEFAULT_MARKS.some((mark) => annotations[mark] === 'true')
}

/** Turns encryption on where a flag is all it takes; where a passphrase is wanted too, only when the class names one. */
export function turnOnEncryption(storageClass: Resource): readonly Edit[] {
  const { driver, place } = classEncryption(storageClass)
  const flag = driver?.flags[0]
  if (driver === undefined || flag === undefined || flag.value === '') return []
  if (
    driver.passphrase !== undefined &&
    passphraseName(storageClass, driver.passphrase) === undefined
  )
    return []
  return [setPlace(place, flag.value)]
}

/** The field that names the Secret with the passphrase of a class's volumes, or undefined when there is none. */
export function passphraseName(
  storageClass: Resource,
  call: 'node-stage' | 'node-publish',
): ReturnType<Resource['get']> {
  return storageClass.get('parameters', `csi.storage.k8s.io/${call}-secret-name`)
}
