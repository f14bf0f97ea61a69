import { changeFields, type FieldSpec } from './field-spec.ts'
import type { Item } from './item.ts'
import {
  decidedBy,
  listNode,
  memberNode,
  textNode,
  textOf,
  withMember,
  type MappingNode,
  type Node,
} from './node.ts'
import { patternMatcher, type Matcher } from './pattern.ts'
import { kindOf } from './resource-id.ts'

/** Does what one entry of the field `images` says. */
export function changeImages(
  items: readonly Item[],
  entry: Node,
  specs: readonly FieldSpec[],
): readonly Item[] {
  const change = changeOf(entry)
  return items.map((item) => {
    // Definitions of kinds have fields of these names that are no images.
    if (kindOf(item.node) === 'CustomResourceDefinition') return item
    const walked = changeContainers(item.node, change)
    const object = walked.kind === 'mapping' ? walked : item.node
    const options = { change, missing: undefined, origin: entry.origin }
    return { ...item, node: changeFields(object, specs, options) }
  })
}

type Change = (image: Node) => Node

// In any kind, a list of this name holds containers.
function changeContainers(node: Node, change: Change): Node {
  if (node.kind === 'list') {
    const members = node.members.map((member) => changeContainers(member, change))
    const isSame = members.every((member, index) => member === node.members[index])
    return isSame ? node : listNode(members, node.origin)
  }
  if (node.kind === 'scalar') return node
  let current: MappingNode = node
  for (const [key, member] of node.members) {
    const walked = changeContainers(member, change)
    const isContainers = key === 'containers' || key === 'initContainers'
    current = withMember(current, key, isContainers ? changeMembers(walked, change) : walked)
  }
  return current
}

function changeMembers(containers: Node, change: Change): Node {
  if (containers.kind !== 'list') return containers
  const members = containers.members.map((container) => {
    const image = memberNode(container, 'image')
    return container.kind === 'mapping' && image !== undefined
      ? withMember(container, 'image', change(image))
      : container
  })
  return listNode(members, containers.origin)
}

function changeOf(entry: Node): Change {
  const isMeant = nameMatcher(textOf(memberNode(entry, 'name')))
  return (image) => {
    if (image.kind !== 'scalar' || !isMeant(image.text)) return image
    const text = changed(image.text, entry)
    return text === image.text ? image : textNode(text, decidedBy(image.origin, deciding(entry)))
  }
}

// The most telling of the lines: a digest or a tag over another name.
function deciding(entry: Node): Node['origin'] {
  const keys = ['digest', 'newTag', 'tagSuffix', 'newName'] as const
  return (keys.map((key) => memberNode(entry, key)).find((node) => node !== undefined) ?? entry)
    .origin
}

function nameMatcher(name: string): Matcher {
  // Kustomize takes the name for a regular expression.
  const tail = '(:[a-zA-Z0-9_.{}-]*)?(@sha256:[a-zA-Z0-9_.{}-]*)?$'
  return patternMatcher(`^${name}${tail}`) ?? (() => false)
}

function changed(image: string, entry: Node): string {
  const parts = splitImage(image)
  const tag = textOf(memberNode(entry, 'newTag'))
  const digest = textOf(memberNode(entry, 'digest'))
  const suffix = textOf(memberNode(entry, 'tagSuffix'))
  const name = textOf(memberNode(entry, 'newName')) || parts.name
  if (tag !== '' || digest !== '') return joinImage(name, tag, digest)
  if (suffix !== '') return joinImage(name, parts.tag + suffix, '')
  return joinImage(name, parts.tag, parts.digest)
}

function joinImage(name: string, tag: string, digest: string): string {
  return `${name}${tag === '' ? '' : `:${tag}`}${digest === '' ? '' : `@${digest}`}`
}

interface ImageParts {
  readonly name: string
  readonly tag: string
  readonly digest: string
}

// A colon before the first slash belongs to a port.
function splitImage(image: string): ImageParts {
  const slash = Math.max(0, image.indexOf('/'))
  const at = image.indexOf('@', slash)
  const colon = image.indexOf(':', slash)
  const hasTag = colon !== -1 && (at === -1 || colon < at)
  const nameEnd = hasTag ? colon : at
  return {
    name: nameEnd === -1 ? image : image.slice(0, nameEnd),
    tag: hasTag ? image.slice(colon + 1, at === -1 ? undefined : at) : '',
    digest: at === -1 ? '' : image.slice(at + 1),
  }
}
