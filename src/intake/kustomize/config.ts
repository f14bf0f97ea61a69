import type { FieldSpec } from './field-spec.ts'
import { FIELD_ROWS, type FieldRow, type FieldTable } from './fields.data.ts'
import { itemsOf, memberNode, textOf, type Node } from './node.ts'
import { REFERENCE_ROWS } from './references.data.ts'
import { isSelected, type Gvk } from './resource-id.ts'

/** The fields that hold names of objects of one kind. */
interface Reference {
  readonly target: Gvk
  readonly fields: readonly FieldSpec[]
}

/** Which fields each step changes. */
export interface Config {
  readonly tables: Readonly<Record<FieldTable, readonly FieldSpec[]>>
  readonly references: readonly Reference[]
}

/** What holds without any configuration. */
export const DEFAULT_CONFIG: Config = {
  tables: tablesOf((table) => FIELD_ROWS[table].flatMap(specsIn)),
  references: REFERENCE_ROWS.map(({ target, fields }) => ({
    target: gvkIn(target),
    fields: fields.flatMap(specsIn),
  })),
}

/** What one file of `configurations` adds. */
export function configIn(node: Node): Config {
  return {
    tables: tablesOf((table) => itemsOf(memberNode(node, table)).map(specOf)),
    references: itemsOf(memberNode(node, 'nameReference')).map((reference) => ({
      target: gvkFrom(reference),
      fields: itemsOf(memberNode(reference, 'fieldSpecs')).map(specOf),
    })),
  }
}

/** `one` with all of `other` that it does not say already. */
export function mergeConfigs(one: Config, other: Config): Config {
  if (one === other) return one
  const references = [...one.references]
  for (const { target, fields } of other.references) {
    const index = references.findIndex((known) => isSame(known.target, target))
    const known = references[index]
    if (known === undefined) references.push({ target, fields })
    else references[index] = { target, fields: mergeSpecs(known.fields, fields) }
  }
  return {
    tables: tablesOf((table) => mergeSpecs(one.tables[table], other.tables[table])),
    references,
  }
}

/** `specs` with those of `more` that none of them covers. */
export function mergeSpecs(
  specs: readonly FieldSpec[],
  more: readonly FieldSpec[],
): readonly FieldSpec[] {
  const merged = [...specs]
  for (const spec of more) {
    const isKnown = merged.some((known) => known.path === spec.path && isSelected(known, spec))
    if (!isKnown) merged.push(spec)
  }
  return merged.length === specs.length ? specs : merged
}

/** A field specification as configurations write it. */
export function specOf(node: Node): FieldSpec {
  const create = memberNode(node, 'create')
  return {
    ...gvkFrom(node),
    path: textOf(memberNode(node, 'path')),
    create: create?.kind === 'scalar' && create.value === true,
  }
}

/** The group, version and kind that a node gives as fields of these names. */
export function gvkFrom(node: Node): Gvk {
  return {
    group: textOf(memberNode(node, 'group')),
    version: textOf(memberNode(node, 'version')),
    kind: textOf(memberNode(node, 'kind')),
  }
}

function tablesOf(specs: (table: FieldTable) => readonly FieldSpec[]): Config['tables'] {
  return {
    namePrefix: specs('namePrefix'),
    nameSuffix: specs('nameSuffix'),
    namespace: specs('namespace'),
    commonLabels: specs('commonLabels'),
    labels: specs('labels'),
    templateLabels: specs('templateLabels'),
    volumeClaimTemplateLabels: specs('volumeClaimTemplateLabels'),
    commonAnnotations: specs('commonAnnotations'),
    varReference: specs('varReference'),
    images: specs('images'),
    replicas: specs('replicas'),
  }
}

function specsIn([path, kinds, create]: FieldRow): readonly FieldSpec[] {
  return kinds.split(' ').map((kind) => ({ ...gvkIn(kind), path, create: create !== undefined }))
}

// `Kind.version.group`; groups hold dots themselves.
function gvkIn(text: string): Gvk {
  const [kind = '', version = '', ...group] = text.split('.')
  return { kind: open(kind), version: open(version), group: group.join('.') }
}

function open(part: string): string {
  return part === '*' ? '' : part
}

function isSame(one: Gvk, other: Gvk): boolean {
  return one.group === other.group && one.version === other.version && one.kind === other.kind
}
