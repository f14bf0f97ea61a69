import { isPlaceholder, type Field } from '../../model/part.ts'
import type { Container } from '../../model/pod.ts'

/**
 * What names the image of a container: its digest; a tag, which may be moved to other bytes; `latest`, which is meant to
 * be moved; or nothing, which is taken for `latest`. Unknown when nobody can tell.
 */
type Naming = 'digest' | 'tag' | 'latest' | 'nothing' | 'unknown'

/** The image field of a container, and what of it names the image. */
export interface ImageName {
  readonly field: Field
  readonly naming: Naming
  readonly tag: string | undefined
}

// Source: github.com/distribution/reference 0.6, which the kubelet reads images with.
const TAG = /^\w[\w.-]{0,127}$/
const DIGEST = /^(?:sha256:[0-9a-f]{64}|sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128})$/
const NAME = /^[A-Za-z0-9[][A-Za-z0-9._:/[\]-]*$/

/** How the image of `container` is named, or undefined when it has none yet, as in a part of a kustomization. */
export function imageName(container: Container): ImageName | undefined {
  const field = container.get('image')
  if (field === undefined) return undefined
  if (typeof field.value !== 'string') return { field, naming: 'unknown', tag: undefined }
  return { field, ...namingOf(field.value) }
}

/** What of the text `image` names it. */
export function namingOf(image: string): Omit<ImageName, 'field'> {
  const known = image.slice(endOfPlaceholders(image))
  const at = known.indexOf('@')
  if (at !== -1)
    return { naming: DIGEST.test(known.slice(at + 1)) ? 'digest' : 'unknown', tag: undefined }
  const slash = known.lastIndexOf('/')
  const colon = known.indexOf(':', slash + 1)
  // What a placeholder ends in the middle of may be anything: "${TAG}-alpine", "web:${TAG}".
  const isCut = known !== image && slash === -1 && colon !== 0
  if (isCut || !NAME.test(known === image ? image : `x${known}`)) return UNKNOWN
  if (colon === -1) return { naming: 'nothing', tag: undefined }
  const tag = known.slice(colon + 1)
  if (!TAG.test(tag)) return UNKNOWN
  return { naming: tag === 'latest' ? 'latest' : 'tag', tag }
}

const UNKNOWN = { naming: 'unknown', tag: undefined } as const

// A placeholder for the registry leaves the tag to be read.
function endOfPlaceholders(image: string): number {
  if (!isPlaceholder(image)) return 0
  return image.lastIndexOf('}') + 1 || image.length
}
