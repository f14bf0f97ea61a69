import { versionEnded } from '../third-parties/end-of-life.ts'
import { listedNames, referenceOf } from '../third-parties/image-reference.ts'
import { LIFETIMES, type Lifetime } from '../third-parties/lifetimes.data.ts'
import { BASE_LIFETIMES, RELEASE_WORDS, RETIRED_BASES } from './base-lifetimes.data.ts'

const PRODUCTS: readonly Lifetime[] = [...LIFETIMES.products, ...BASE_LIFETIMES.products]

const BY_IMAGE: ReadonlyMap<string, Lifetime> = new Map(
  PRODUCTS.flatMap((product) => product.images.map((image) => [image, product])),
)

const BY_NAME: ReadonlyMap<string, Lifetime> = new Map(
  PRODUCTS.map((product) => [product.product, product]),
)

/** What of a base image had come to its end by `today`: "Node.js 14 (2023-04-30)"; undefined when nothing is known to have. */
export function endedIn(image: string, today: string): string | undefined {
  const reference = referenceOf(image)
  if (reference === undefined) return undefined
  const { tag = '' } = reference
  const names = listedNames(reference)
  const retired = RETIRED_BASES.find(
    (base) => names.includes(base.image) && base.ended < today && majorOf(tag) <= base.upTo,
  )
  if (retired !== undefined) return `all of "${retired.image}" (${retired.ended.slice(0, 7)})`
  const own = names.flatMap((name) => BY_IMAGE.get(name) ?? []).at(0)
  const ended = own === undefined ? undefined : versionEnded(own, tag, today)
  if (ended !== undefined) return `${ended.product} ${ended.version} (${ended.ended})`
  return releaseEnded(tag, today)
}

// Pre-releases are built on.
function majorOf(tag: string): number {
  return tag.includes('-ea') ? Number.POSITIVE_INFINITY : Number(/^\d+/.exec(tag)?.[0] ?? 0)
}

function releaseEnded(tag: string, today: string): string | undefined {
  for (const word of tag.split('-')) {
    const alpine = /^alpine(\d+\.\d+)$/.exec(word)?.[1]
    const named = Object.hasOwn(RELEASE_WORDS, word) ? RELEASE_WORDS[word] : undefined
    const release = alpine === undefined ? named : { product: 'Alpine', version: alpine }
    const product = release && BY_NAME.get(release.product)
    const ended = product && versionEnded(product, release.version, today)
    if (ended !== undefined) return `${ended.product} ${ended.version} (${ended.ended})`
  }
  return undefined
}
