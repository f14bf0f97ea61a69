/** The guides and standards that rules answer to. Numbers move between editions, so the edition is part of the id. */
export const FRAMEWORK_IDS = [
  'nsa',
  'cis-1.12',
  'pss',
  'owasp-k8s-2022',
  'owasp-k8s-2025',
  'ms-threat-matrix',
  'mitre-containers',
  'k8s-checklist',
  'k8s-app-checklist',
  'pci-containers',
  'bsi-app-4.4',
  'stig-v2r3',
] as const

/** One framework. */
export type FrameworkId = (typeof FRAMEWORK_IDS)[number]

/** The controls that something answers to, by framework. */
export type Controls = Readonly<Partial<Record<FrameworkId, readonly string[]>>>
