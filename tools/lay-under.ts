import { isAlias, isCollection, isMap, isPair, isSeq, visit, type Document } from 'yaml'

/** Adds to a mapping what it does not say; lists of names and values are completed name by name. */
export function layUnder(document: Document, node: unknown, base: unknown): void {
  if (!isMap(node) || typeof base !== 'object' || base === null) return
  for (const [key, value] of Object.entries(base)) {
    const own = node.get(key, true)
    if (own === undefined) node.set(document.createNode(key), shortNode(document, value))
    else if (isAlias(own)) continue
    else if (Array.isArray(value)) layListUnder(document, own, value)
    else layUnder(document, own, value)
  }
}

/**
 * A node of a value. What is added should not hide what the example is about: what holds plain values alone takes one
 * line.
 */
export function shortNode(document: Document, value: unknown): ReturnType<Document['createNode']> {
  const node = document.createNode(value)
  visit(node, {
    Collection: (_, inner) => {
      inner.flow = !inner.items.some((item) => isCollection(isPair(item) ? item.value : item))
    },
  })
  return node
}

function layListUnder(document: Document, own: unknown, base: readonly unknown[]): void {
  if (!isSeq(own)) return
  for (const member of base) {
    if (!isNamed(member)) return
    if (!hasNamed(own, member.name)) own.add(shortNode(document, member))
  }
}

/** Whether a list of names and values has a member that is called so. */
export function hasNamed(own: unknown, name: string): boolean {
  return isSeq(own) && own.items.some((item) => isMap(item) && item.get('name') === name)
}

function isNamed(member: unknown): member is { readonly name: string } {
  return typeof member === 'object' && member !== null && 'name' in member
}
