import { fail, succeed, type Result } from '../../../../base/result.ts'
import type { LockedPackage, LockReader, LockReading, Root } from '../../reader.ts'
import { notAsWritten } from '../../spot.ts'
import { readJson } from '../../text/json-text.ts'
import { itemsOf, textAt, treeAt, wordsAt, type Tree } from '../../text/tree.ts'
import { componentPackage } from '../component.ts'
import { isSbomName } from '../sbom-name.ts'

/** CycloneDX in JSON, 1.2 to 1.7. */
export const cycloneDx: LockReader = {
  format: 'CycloneDX JSON',
  claims: isSbomName,
  read: ({ source }) => {
    if (!/"bomFormat"\s*:\s*"CycloneDX"/.test(source.text)) return undefined
    const tree = readJson(source)
    if (!tree.ok) return tree
    const components = all(itemsOf(treeAt(tree.value, 'components')))
    return components === undefined
      ? fail(notAsWritten(source, 0, 'The components of this SBOM nest too deeply'))
      : readBom(tree.value, components)
  },
}

function readBom(tree: Tree, components: readonly Tree[]): Result<LockReading> {
  const needs = new Map(
    itemsOf(treeAt(tree, 'dependencies')).map((each) => [
      textAt(each, 'ref') ?? '',
      wordsAt(each, 'dependsOn'),
    ]),
  )
  const packages = components.filter(isPackage).map((component) => packageOf(component, needs))
  const top = textAt(tree, 'metadata', 'component', 'bom-ref')
  const direct = top === undefined ? undefined : needs.get(top)
  const names = new Map(packages.map(({ key, name }) => [key, name]))
  const roots = direct?.map((key): Root => ({
    key,
    name: names.get(key) ?? key,
    scope: 'unknown',
    at: undefined,
  }))
  return succeed({ packages, roots: roots?.length === 0 ? undefined : roots })
}

const MOST_LEVELS = 50

// Components may hold others.
function all(components: readonly Tree[], depth = 0): readonly Tree[] | undefined {
  if (depth > MOST_LEVELS) return undefined
  const found: Tree[] = []
  for (const component of components) {
    found.push(component)
    const inner = all(itemsOf(treeAt(component, 'components')), depth + 1)
    if (inner === undefined) return undefined
    for (const each of inner) found.push(each)
  }
  return found
}

const NO_PACKAGES = new Set([
  'file',
  'operating-system',
  'device',
  'firmware',
  'container',
  'data',
  'device-driver',
  'platform',
])

function isPackage(component: Tree): boolean {
  return (
    textAt(component, 'purl') !== undefined || !NO_PACKAGES.has(textAt(component, 'type') ?? '')
  )
}

function packageOf(component: Tree, needs: ReadonlyMap<string, readonly string[]>): LockedPackage {
  const group = textAt(component, 'group')
  const name = textAt(component, 'name') ?? ''
  const purl = textAt(component, 'purl')
  const key = textAt(component, 'bom-ref') ?? `${purl ?? name} ${component.start}`
  const version = textAt(component, 'version')
  const { start, end } = component
  const called = group === undefined || group === '' ? name : `${group}/${name}`
  return {
    ...componentPackage({ key, purl, name: called, version, start, end }),
    needs: needs.get(key) ?? [],
    scope: isDevelopment(component)
      ? 'development'
      : isProduction(component)
        ? 'production'
        : undefined,
    integrity: textAt(itemsOf(treeAt(component, 'hashes'))[0], 'content'),
  }
}

// Source: CycloneDX property taxonomy, cdx:npm and cdx:python, read 2026-11-25. `excluded`: not part of what is delivered.
function isDevelopment(component: Tree): boolean {
  return (
    textAt(component, 'scope') === 'excluded' ||
    itemsOf(treeAt(component, 'properties')).some(
      (each) =>
        /^(?:cdx:[\w-]{1,40}:package:development|portolan:development)$/.test(
          textAt(each, 'name') ?? '',
        ) && textAt(each, 'value') === 'true',
    )
  )
}

function isProduction(component: Tree): boolean {
  return textAt(component, 'scope') === 'required'
}
