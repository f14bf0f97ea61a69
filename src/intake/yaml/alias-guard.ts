/**
 * Whether so much of a document comes out of aliases that Kubernetes' decoder (go.yaml.in/yaml/v2) refuses it: `aliased`
 * of the `decoded` nodes and keys. It allows 99 % in documents of up to 400,000, falling to 10 % at 4,000,000.
 */
export function isExcessive(aliased: number, decoded: number): boolean {
  return aliased > 100 && decoded > 1000 && aliased / decoded > allowedRatio(decoded)
}

function allowedRatio(decoded: number): number {
  if (decoded <= 400_000) return 0.99
  if (decoded >= 4_000_000) return 0.1
  return 0.99 - (0.89 * (decoded - 400_000)) / 3_600_000
}
