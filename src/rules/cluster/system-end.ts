import type { SystemLifetime } from './system-lifetimes.data.ts'

/** What a node runs that has come to its end, and on which day. */
export interface SystemEnd {
  readonly what: string
  readonly ended: string
}

/**
 * Whether what a node tells of itself names a release that had ended by `today`. Undefined for what is not listed: it is
 * newer, or of a product that we know nothing of.
 */
export function systemEnd(
  told: string,
  products: readonly SystemLifetime[],
  today: string,
): SystemEnd | undefined {
  const product = products.find(({ words }) => told.startsWith(words))
  if (product === undefined) return undefined
  const version = told.slice(product.words.length)
  const known = Object.keys(product.ends).find((release) => isOf(version, release))
  const ended = known === undefined ? undefined : product.ends[known]
  if (known === undefined || ended === undefined || ended >= today) return undefined
  return { what: `${product.product} ${known}`, ended }
}

// `22.04.5 LTS` is of 22.04, and 20.10 not of 20.1.
function isOf(version: string, release: string): boolean {
  return version.startsWith(release) && !/^\d/.test(version.slice(release.length))
}
