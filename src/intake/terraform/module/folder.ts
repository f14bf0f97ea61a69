import type { Fault } from '../../../base/fault.ts'
import { firstBy } from '../../../base/group.ts'
import type { Source } from '../../../model/source.ts'
import { readHcl } from '../hcl/read-hcl.ts'
import { readJsonSyntax } from '../hcl/read-json.ts'
import type { Body } from '../hcl/syntax.ts'
import { labelOf, sectionOf, type PlacedAttribute, type Section } from './section.ts'

/** A file of a folder, read. */
export interface TerraformFile {
  /** Its name in the folder. */
  readonly base: string
  readonly source: Source
}

/** What a folder of .tf files says: a module before anything is evaluated. */
export interface ModuleFolder {
  /** Absolute. */
  readonly path: string
  /** As the user sees it; empty for the working folder. */
  readonly name: string
  readonly sources: readonly Source[]
  /** All blocks by type, those of `locals` left out. */
  readonly sections: ReadonlyMap<string, readonly Section[]>
  /** The same by type and labels, as `nameOf` writes them. */
  readonly named: ReadonlyMap<string, Section>
  readonly locals: ReadonlyMap<string, PlacedAttribute>
  /** Values that files of variables beside it give, the last word of each. */
  readonly values: ReadonlyMap<string, PlacedAttribute>
  /** The names of those files. */
  readonly valueFiles: readonly string[]
  /** The file that says which versions of providers it takes, where one is kept beside it. */
  readonly lock: Source | undefined
  readonly faults: readonly Fault[]
}

/** Reads the files of one folder. Faults name the lines that are no HCL; all else is there. */
export function readFolder(
  { path, name, lock }: Pick<ModuleFolder, 'path' | 'name' | 'lock'>,
  files: readonly TerraformFile[],
  given: readonly GivenValues[] = [],
): ModuleFolder {
  const faults: Fault[] = []
  const readings = effective(files).map((file) => {
    const reading = readAny(file)
    faults.push(...reading.faults)
    return { ...file, body: reading.body }
  })
  const values = readings.filter(({ base }) => isValues(base)).toSorted(byRank)
  const code = readings.filter(({ base }) => !isValues(base))
  const sections = sectionsOf(code)
  const all = [...values, ...given.filter((each) => isFor(each, sections))]
  return {
    path,
    name,
    lock,
    named: firstBy([...sections.values()].flat(), sectionName),
    sources: [...readings.map(({ source }) => source), ...(lock === undefined ? [] : [lock])],
    sections,
    locals: localsOf(code),
    values: valuesOf(all),
    valueFiles: all.map(({ source }) => source.file),
    faults,
  }
}

interface Reading extends TerraformFile {
  readonly body: Body
}

/** What a file of variables says. */
export type GivenValues = Pick<Reading, 'source' | 'body'>

/** Reads a file of variables. */
export function readValues(file: TerraformFile): {
  readonly values: GivenValues
  readonly faults: readonly Fault[]
} {
  const isJson = file.base.endsWith('.json')
  const { body, faults } = isJson ? readJsonSyntax(file.source, true) : readHcl(file.source)
  return { values: { source: file.source, body }, faults }
}

// A file that says nothing of a module's variables was not chosen for it.
function isFor({ body }: GivenValues, sections: ModuleFolder['sections']): boolean {
  const declared = (sections.get('variable') ?? []).map((section) => labelOf(section, 0))
  return body.attributes.some(({ name }) => declared.includes(name))
}

function readAny({ base, source }: TerraformFile): Pick<Reading, 'body'> & {
  readonly faults: readonly Fault[]
} {
  return base.endsWith('.json') ? readJsonSyntax(source, isValues(base)) : readHcl(source)
}

// OpenTofu reads `x.tofu` in place of `x.tf`.
function effective(files: readonly TerraformFile[]): readonly TerraformFile[] {
  const tofu = new Set(files.map(({ base }) => base).filter((base) => TOFU.test(base)))
  if (tofu.size === 0) return files
  return files.filter(
    ({ base }) => TOFU.test(base) || !tofu.has(base.replace(/\.tf(\.json)?$/, '.tofu$1')),
  )
}

const TOFU = /\.tofu(?:\.json)?$/

/** Whether a file of this name gives values to variables. */
export function isValues(base: string): boolean {
  return /\.tfvars(?:\.json)?$/.test(base)
}

/** Whether Terraform reads a file of variables without being told to. */
export function isAutomatic(base: string): boolean {
  return /^terraform\.tfvars(?:\.json)?$|\.auto\.tfvars(?:\.json)?$/.test(base)
}

// Source: Terraform, "Input Variables", order of precedence: terraform.tfvars, its JSON, then *.auto.* by name.
function byRank(one: TerraformFile, other: TerraformFile): number {
  const ranks = rankOf(one.base) - rankOf(other.base)
  if (ranks !== 0) return ranks
  return one.base < other.base ? -1 : 1
}

function rankOf(base: string): number {
  if (base === 'terraform.tfvars') return 0
  return base === 'terraform.tfvars.json' ? 1 : 2
}

function sectionsOf(readings: readonly Reading[]): ReadonlyMap<string, readonly Section[]> {
  const sections = new Map<string, Section[]>()
  for (const { source, body } of readings.filter(isBase)) {
    for (const block of body.blocks) {
      if (block.type === 'locals') continue
      const known = sections.get(block.type)
      if (known === undefined) sections.set(block.type, [sectionOf(block, source)])
      else known.push(sectionOf(block, source))
    }
  }
  for (const reading of readings) if (!isBase(reading)) override(sections, reading)
  return sections
}

function isBase({ base }: TerraformFile): boolean {
  return !/^(?:.*_)?override\.(?:tf|tofu)(?:\.json)?$/.test(base)
}

function override(sections: Map<string, Section[]>, { source, body }: Reading): void {
  for (const block of body.blocks) {
    const known = sections.get(block.type) ?? []
    const name = sectionName(sectionOf(block, source))
    const index = known.findIndex((section) => sectionName(section) === name)
    const section = known[index]
    if (section === undefined) continue
    known[index] = { ...section, overrides: [...section.overrides, { block, source }] }
  }
}

function sectionName({ block }: Section): string {
  return nameOf(block.type, ...block.labels.map(({ text }) => text))
}

/** The key of a block in `named`. */
export function nameOf(type: string, ...labels: readonly string[]): string {
  return JSON.stringify([type, ...labels])
}

function localsOf(readings: readonly Reading[]): ReadonlyMap<string, PlacedAttribute> {
  const locals = new Map<string, PlacedAttribute>()
  for (const { source, body } of readings) {
    for (const { type, body: inner } of body.blocks) {
      if (type !== 'locals') continue
      for (const attribute of inner.attributes) locals.set(attribute.name, { attribute, source })
    }
  }
  return locals
}

// A later file has the word before an earlier one.
function valuesOf(
  readings: readonly Pick<Reading, 'source' | 'body'>[],
): ReadonlyMap<string, PlacedAttribute> {
  return new Map(
    readings.flatMap(({ source, body }) =>
      body.attributes.map((attribute) => [attribute.name, { attribute, source }] as const),
    ),
  )
}
