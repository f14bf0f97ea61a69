import { ORDERS } from './versions/orders.data.ts'

/** An ecosystem taken apart: `Debian:12` is `debian`, release `12`. */
export interface Ecosystem {
  /** Lower case. */
  readonly base: string
  /** What stands behind the first colon; undefined when nothing does. */
  readonly suffix: string | undefined
}

/** Takes an ecosystem apart at its first colon. */
export function parseEcosystem(text: string): Ecosystem {
  const colon = text.indexOf(':')
  if (colon === -1) return { base: text.toLowerCase(), suffix: undefined }
  return { base: text.slice(0, colon).toLowerCase(), suffix: text.slice(colon + 1) }
}

/** Whether OSV's schema knows an ecosystem; a suffix does not matter. */
export function isKnownEcosystem(text: string): boolean {
  return ORDERS.has(parseEcosystem(text).base)
}

/** Whether two suffixes may mean the same release: equal, or one of them not given. */
export function suffixesMeet(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined || one === other
}

/** The spelling of a package's name under which advisories and packages meet. Source: OSV schema, PEP 503. */
export function packageKey(base: string, name: string): string {
  if (base === 'pypi') return name.toLowerCase().replaceAll(/[-_.]+/g, '-')
  return FOLDS_CASE.includes(base) ? name.toLowerCase() : name
}

const FOLDS_CASE = ['nuget', 'packagist']
