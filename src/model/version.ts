import versions from './kubernetes-versions.data.json' with { type: 'json' }

/** A minor release of Kubernetes. */
export interface KubernetesVersion {
  readonly major: number
  readonly minor: number
}

/** The newest release whose rules we know. Source and day: kubernetes-versions.data.json. */
export const NEWEST_KUBERNETES: KubernetesVersion = versions.newest

/** Whether `version` is `major.minor` or later. */
export function isAtLeast(version: KubernetesVersion, major: number, minor: number): boolean {
  return version.major > major || (version.major === major && version.minor >= minor)
}

/** Reads `1.34`, `v1.34` or `v1.34.2-gke.100`; undefined for anything else. */
export function parseVersion(text: string): KubernetesVersion | undefined {
  const match = /^v?(\d{1,3})\.(\d{1,3})(?:[.+-].{0,60})?$/.exec(text)
  if (match === null) return undefined
  return { major: Number(match[1]), minor: Number(match[2]) }
}

/** `1.34`, as people write it. */
export function formatVersion(version: KubernetesVersion): string {
  return `${version.major}.${version.minor}`
}
