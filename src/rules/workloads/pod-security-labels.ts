import type { Level } from '../../analysis/pod-security/evaluate.ts'

const PREFIX = 'pod-security.kubernetes.io/'

/** The label that says which level the pods of a namespace must keep. */
export const ENFORCE = `${PREFIX}enforce`

/** The label that says which level's violations are shown to whoever makes the pod. */
export const WARN = `${PREFIX}warn`

/** The label that says which level's violations are noted in the audit log. */
export const AUDIT = `${PREFIX}audit`

/** The labels whose value is a level. */
export const LEVEL_LABELS = [ENFORCE, AUDIT, WARN] as const

/** The labels whose value is the version of the standards by which that level is judged. */
export const VERSION_LABELS = [
  `${PREFIX}enforce-version`,
  `${PREFIX}audit-version`,
  `${PREFIX}warn-version`,
] as const

const LEVELS: readonly unknown[] = ['privileged', 'baseline', 'restricted'] satisfies Level[]

/** Whether Pod Security Admission knows a level of that name: small letters only. */
export function isLevel(value: unknown): boolean {
  return LEVELS.includes(value)
}

/** Whether Pod Security Admission takes this for a version: `latest` or `v1.34`, future ones too. */
export function isPolicyVersion(value: unknown): boolean {
  return value === 'latest' || (typeof value === 'string' && /^v1\.(?:0|[1-9]\d*)$/.test(value))
}
