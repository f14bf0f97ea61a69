import { locate, type Document, type Path } from '../../../model/document.ts'
import { isList, isMapping, memberOf, valueAt } from '../../../model/part.ts'
import { resourceOf, TERRAFORM_VERSION } from '../../../model/resource.ts'
import type { Source } from '../../../model/source.ts'
import { noted, type Mishap } from '../../mishap.ts'
import type { Manifest } from '../../read-manifest.ts'
import { readYaml } from '../../yaml/read-yaml.ts'
import { faultAt } from '../../yaml/yaml-fault.ts'
import { sketchesOf } from '../kubernetes/kubernetes-objects.ts'
import { sketchDocument } from '../objects/sketch-document.ts'
import { mappingSketch, scalarSketch, type Sketch } from '../objects/sketch.ts'
import { referencesIn } from './references.ts'
import { sketchNode, type Hidden } from './sketch-node.ts'

/** Whether a text is what `terraform show -json` prints of a plan. Cheap: it is asked of every JSON file. */
export function isPlan(text: string): boolean {
  return (
    /^\s*\{/.test(text.slice(0, 64)) &&
    text.slice(0, 4096).includes('"format_version"') &&
    text.includes('"planned_values"')
  )
}

/**
 * Reads a plan that `terraform show -json` printed: its resources as they will be, modules and all. What is known only
 * after apply is a placeholder that names what the configuration refers to; what is sensitive is never read.
 */
export function readPlan(source: Source): Manifest | undefined {
  const [document] = readYaml(source).documents
  if (document === undefined || !isMapping(document.value)) return undefined
  const version = memberOf(document.value, 'format_version')
  if (typeof version !== 'string') return undefined
  const made = resourcesIn(document)
  const via = { maker: 'terraform', target: source.file, inputs: [] } as const
  const resources = made.map((sketch) => resourceOf(sketchDocument(sketch, via)))
  return { source, documents: 1, resources, mishaps: strange(version, source) }
}

// The first number tells what a reader of the other versions would get wrong. Source: Terraform, "JSON Output Format".
function strange(version: string, source: Source): readonly Mishap[] {
  if (/^[01]\./.test(version)) return []
  const fault = faultAt(source, {
    code: 'INTAKE_HCL',
    offset: 0,
    message: `This plan has format ${version.slice(0, 20)}, which is newer than what is known here.`,
    remedy: 'Use a newer version of Portolan.',
  })
  return [noted(fault)]
}

function resourcesIn(document: Document): readonly Sketch[] {
  const changes = changesOf(document.value)
  const references = referencesIn(document.value)
  return planned(document, ['planned_values', 'root_module'], MAX_MODULES).flatMap((path) => {
    const resource = valueAt(document.value, path)
    const address = memberOf(resource, 'address')
    const change = typeof address === 'string' ? changes.get(address) : undefined
    return sketchResource(document, path, {
      secret: memberOf(resource, 'sensitive_values'),
      unknown: memberOf(change, 'after_unknown'),
      referenceOf: (name) => references(typeof address === 'string' ? address : '', name),
    })
  })
}

// Modules inside one another; Terraform itself has no plan of more.
const MAX_MODULES = 64

function planned(document: Document, path: Path, depth: number): readonly Path[] {
  const module = valueAt(document.value, path)
  const resources = memberOf(module, 'resources')
  const children = memberOf(module, 'child_modules')
  const own = isList(resources) ? resources.map((_, at) => [...path, 'resources', at]) : []
  if (!isList(children) || depth === 0) return own
  return [
    ...own,
    ...children.flatMap((_, at) => planned(document, [...path, 'child_modules', at], depth - 1)),
  ]
}

function changesOf(plan: unknown): ReadonlyMap<string, unknown> {
  const changes = memberOf(plan, 'resource_changes')
  const found = new Map<string, unknown>()
  for (const change of isList(changes) ? changes : []) {
    const address = memberOf(change, 'address')
    if (typeof address === 'string') found.set(address, memberOf(change, 'change'))
  }
  return found
}

function sketchResource(document: Document, path: Path, hidden: Hidden): readonly Sketch[] {
  const resource = valueAt(document.value, path)
  const [type, address] = [memberOf(resource, 'type'), memberOf(resource, 'address')]
  if (typeof type !== 'string' || typeof address !== 'string') return []
  const isRead = memberOf(resource, 'mode') === 'data'
  const { node } = locate(document, [...path, 'values'])
  const values = sketchNode(document, node, memberOf(resource, 'values'), hidden)
  const { mark } = values
  const kind = isRead ? `data.${type}` : type
  const members = new Map<string, Sketch>([
    ['apiVersion', scalarSketch(TERRAFORM_VERSION, mark)],
    ['kind', scalarSketch(kind, mark)],
    ['metadata', mappingSketch([['name', scalarSketch(nameIn(address, kind), mark)]], mark)],
  ])
  if (values.content.kind === 'mapping') {
    for (const [key, sketch] of values.content.members) {
      members.set(members.has(key) ? `argument_${key}` : key, sketch)
    }
  }
  const own = mappingSketch(members, mark, -1)
  return (isRead ? undefined : sketchesOf(own, type)) ?? [own]
}

// `module.a.aws_vpc.main[0]` is called `module.a.main[0]`: its type stands in its kind.
function nameIn(address: string, kind: string): string {
  const at = address.startsWith(`${kind}.`) ? 0 : address.lastIndexOf(`.${kind}.`) + 1
  return address.slice(0, at) + address.slice(at + kind.length + 1)
}
