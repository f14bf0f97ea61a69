/**
 * The policy versions that the checks of this folder know, v1.0 to v1.<newestMinor>, and where their facts come from:
 * restricted fields, allowed values, the first version of each variant, which check stands in for which.
 */
export const POLICY_VERSIONS = {
  newestMinor: 37,
  source: 'https://github.com/kubernetes/pod-security-admission/tree/v0.37.2/policy',
  standard: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
  read: '2026-11-24',
} as const
