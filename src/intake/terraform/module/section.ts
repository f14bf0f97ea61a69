import type { Mark } from '../../../model/making.ts'
import type { Source } from '../../../model/source.ts'
import type { Attribute, Block, Span } from '../hcl/syntax.ts'

/** A block with its file, and the blocks of override files that change it, in the order in which they do. */
export interface Section {
  readonly block: Block
  readonly source: Source
  readonly overrides: readonly PlacedBlock[]
}

/** A block with its file. */
export type PlacedBlock = Pick<Section, 'block' | 'source'>

/** An argument with its file, which may be another than that of its block. */
export interface PlacedAttribute {
  readonly attribute: Attribute
  readonly source: Source
}

/** The section of a block that nothing overrides. */
export function sectionOf(block: Block, source: Source): Section {
  return { block, source, overrides: [] }
}

/** The text of a section's label. */
export function labelOf({ block }: PlacedBlock, index: number): string {
  return block.labels[index]?.text ?? ''
}

/** The arguments of a section, each as the last override has it. */
export function attributesOf({ block, source, overrides }: Section): readonly PlacedAttribute[] {
  const own = block.body.attributes.map((attribute) => ({ attribute, source }))
  if (overrides.length === 0) return own
  const byName = new Map(own.map((placed) => [placed.attribute.name, placed]))
  for (const override of overrides) {
    for (const attribute of override.block.body.attributes) {
      byName.set(attribute.name, { attribute, source: override.source })
    }
  }
  return [...byName.values()]
}

/** The argument of that name, or undefined when it is not written. */
export function attributeIn(section: Section, name: string): PlacedAttribute | undefined {
  const { block, source, overrides } = section
  if (overrides.length > 0) {
    return attributesOf(section).find(({ attribute }) => attribute.name === name)
  }
  const attribute = block.body.attributes.find((one) => one.name === name)
  return attribute && { attribute, source }
}

/** The blocks in a section: an override that has some of a type replaces all of that type. */
export function sectionsIn({ block, source, overrides }: Section): readonly Section[] {
  let sections = block.body.blocks.map((inner) => sectionOf(inner, source))
  for (const override of overrides) {
    const types = new Set(override.block.body.blocks.map(typeOf))
    const added = override.block.body.blocks.map((inner) => sectionOf(inner, override.source))
    sections = [...sections.filter((section) => !types.has(typeOf(section.block))), ...added]
  }
  return sections
}

// A dynamic block is of the type that it makes.
function typeOf({ type, labels }: Block): string {
  return type === 'dynamic' ? (labels[0]?.text ?? '') : type
}

/** The mark of a span of a file. */
export function markOf({ start, end }: Span, source: Source): Mark {
  return { source, start, end }
}
