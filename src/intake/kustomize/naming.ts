import { changeField, type FieldSpec } from './field-spec.ts'
import { originalId, remembered, type Item } from './item.ts'
import { decidedBy, isNull, textNode, textOf, type Node } from './node.ts'
import { isSelected, type Gvk } from './resource-id.ts'

/** A prefix or suffix for names: its text and the line that asks for it. */
export interface Affix {
  readonly kind: 'prefix' | 'suffix'
  readonly said: Node
}

const NAME_PATH = 'metadata/name'

// Their names mean something to the API server, or are never part of what is renamed.
const NEVER_RENAMED: readonly Gvk[] = [
  { group: '', version: '', kind: 'CustomResourceDefinition' },
  { group: 'apiregistration.k8s.io', version: '', kind: 'APIService' },
  { group: '', version: '', kind: 'Namespace' },
]

/** Gives all names the prefix or suffix. */
export function affixNames(
  items: readonly Item[],
  affix: Affix,
  specs: readonly FieldSpec[],
): readonly Item[] {
  return items.map((item) => affixItem(item, affix, specs))
}

function affixItem(item: Item, affix: Affix, specs: readonly FieldSpec[]): Item {
  const id = originalId(item)
  if (NEVER_RENAMED.some((gvk) => isSelected(id, gvk))) return item
  let current = item
  for (const spec of specs) {
    if (!isSelected(id, spec)) continue
    if (spec.path === NAME_PATH) current = noted(remembered(current), affix)
    const node = changeField(current.node, spec, {
      change: (name) => affixed(name, affix),
      missing: 'scalar',
      origin: affix.said.origin,
    })
    current = { ...current, node }
  }
  return current
}

function noted(item: Item, { kind, said }: Affix): Item {
  const text = textOf(said)
  return kind === 'prefix'
    ? { ...item, prefixes: [...item.prefixes, text] }
    : { ...item, suffixes: [...item.suffixes, text] }
}

function affixed(name: Node, { kind, said }: Affix): Node {
  if (name.kind !== 'scalar' || isNull(name)) return name
  const text = kind === 'prefix' ? textOf(said) + name.text : name.text + textOf(said)
  return textNode(text, decidedBy(name.origin, said.origin))
}
