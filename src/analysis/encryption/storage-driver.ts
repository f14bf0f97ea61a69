import { STORAGE_DRIVERS, type StorageDriver } from './storage-drivers.data.ts'

const CEPH = /\.(rbd|cephfs)\.csi\.ceph\.com$/

/** The driver of that name, or undefined when nobody here knows it. Rook puts its namespace before Ceph's names. */
export function storageDriver(name: string): StorageDriver | undefined {
  const plain = CEPH.exec(name)?.[1]
  const key = plain === undefined ? name : `${plain}.csi.ceph.com`
  return Object.hasOwn(STORAGE_DRIVERS, key) ? STORAGE_DRIVERS[key] : undefined
}

/** Whether a class parameter or an attribute of a volume means encryption to a human reader. */
export function soundsLikeEncryption(key: string): boolean {
  return /encr|crypt|luks|kms|cmek|secure|cipher/i.test(key)
}
