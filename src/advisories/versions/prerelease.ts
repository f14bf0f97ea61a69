import { ORDERS } from './orders.data.ts'

const WORDS =
  /(?:^|[-._\d])(?:a|alpha|b|beta|c|canary|cr|dev|ea|m|milestone|next|nightly|pre|preview|rc|snapshot)(?:[-._]?\d|[-._]|$)/i
// Go counts commits that have no version by their time: what is published at all is one of those.
const COMMIT = /[-.]\d{14}-[\da-f]{12}(?:\+incompatible)?$/

/** Whether a version is made to be tried, not to be used. Distributions publish none of these. O(version). */
export function isPrerelease(ecosystem: string, version: string): boolean {
  const order = ORDERS.get(ecosystem.toLowerCase().split(':', 1)[0] ?? '')
  if (order === 'semver' || order === 'pub' || order === 'nuget') {
    return /^v?[\d.]+-/.test(version) && !COMMIT.test(version)
  }
  if (order === 'ruby') return /[a-z]/i.test(version)
  return (order === 'python' || order === 'packagist' || order === 'maven') && WORDS.test(version)
}
