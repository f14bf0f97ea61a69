import { fail, succeed } from '../../../../base/result.ts'
import type { PackageScope } from '../../../../model/package.ts'
import type { LockedPackage, LockInput, LockReader } from '../../reader.ts'
import { notAsWritten } from '../../spot.ts'
import { childrenOf, elementAt, readXml, xmlText, type Element } from '../../text/xml-text.ts'

/**
 * pom.xml: the direct dependencies only, as offline nobody knows what they bring. Properties and versions come from the
 * file itself and from parents that the repository holds.
 */
export const pom: LockReader = {
  format: 'pom.xml (direct dependencies only)',
  claims: (name) => name === 'pom.xml' || name.endsWith('.pom'),
  isManifest: true,
  read: (input) => {
    const root = readXml(input.source)
    if (root === undefined)
      return fail(notAsWritten(input.source, 0, 'The file is not XML that can be read'))
    if (root.name !== 'project') return undefined
    const models = [root, ...parentsOf(root, input)]
    const properties = propertiesOf(models)
    const managed = new Map(
      models
        .toReversed()
        .flatMap((model) =>
          childrenOf(elementAt(model, 'dependencyManagement', 'dependencies'), 'dependency').map(
            (each) => [nameOf(each, properties), each] as const,
          ),
        ),
    )
    const packages = askedBy(root).map((each) => packageOf(each, { properties, managed }))
    return succeed({ packages })
  },
}

// Which profiles a build turns on nobody knows here, so what each asks for counts.
function askedBy(root: Element): readonly Element[] {
  const profiles = childrenOf(elementAt(root, 'profiles'), 'profile')
  return [root, ...profiles].flatMap((each) =>
    childrenOf(elementAt(each, 'dependencies'), 'dependency'),
  )
}

type Properties = ReadonlyMap<string, string>

const MOST_PARENTS = 8

function parentsOf(root: Element, { beside }: LockInput): readonly Element[] {
  const parents: Element[] = []
  let folder = ''
  let current: Element | undefined = root
  while (current !== undefined && parents.length < MOST_PARENTS) {
    const parent: Element | undefined = elementAt(current, 'parent')
    if (parent === undefined) break
    const written = elementAt(parent, 'relativePath')?.text ?? '../pom.xml'
    if (written === '') break
    const path: string = `${folder}${written.endsWith('.xml') ? written : `${written}/pom.xml`}`
    const source = beside(path)
    current = source && readXml(source)
    folder = path.slice(0, path.lastIndexOf('/') + 1)
    if (current !== undefined) parents.push(current)
  }
  return parents
}

// The nearest file decides. The project's own coordinates are properties, too.
function propertiesOf(models: readonly Element[]): Properties {
  const properties = new Map<string, string>()
  for (const model of models.toReversed()) {
    for (const { name, text } of elementAt(model, 'properties')?.children ?? [])
      properties.set(name, text)
    for (const field of ['version', 'groupId', 'artifactId']) {
      const text = xmlText(model, field) ?? xmlText(model, 'parent', field)
      if (text !== undefined)
        for (const prefix of ['project', 'pom']) properties.set(`${prefix}.${field}`, text)
    }
    const above = xmlText(model, 'parent', 'version')
    if (above !== undefined) properties.set('project.parent.version', above)
  }
  return properties
}

const MOST_ROUNDS = 10

function expanded(text: string | undefined, properties: Properties): string | undefined {
  let value = text
  for (let round = 0; round < MOST_ROUNDS && value?.includes('${') === true; round++)
    value = value
      .replaceAll(
        /\$\{(?<name>[^}]{1,200})\}/g,
        (whole, name: string) => properties.get(name) ?? whole,
      )
      .slice(0, 2000)
  return value
}

function nameOf(dependency: Element, properties: Properties): string {
  const group = expanded(xmlText(dependency, 'groupId'), properties) ?? ''
  return `${group}:${expanded(xmlText(dependency, 'artifactId'), properties) ?? ''}`
}

function packageOf(
  dependency: Element,
  {
    properties,
    managed,
  }: { readonly properties: Properties; readonly managed: ReadonlyMap<string, Element> },
): LockedPackage {
  const name = nameOf(dependency, properties)
  const above = managed.get(name)
  const written = xmlText(dependency, 'version') ?? xmlText(above, 'version')
  const scope = xmlText(dependency, 'scope') ?? xmlText(above, 'scope') ?? 'compile'
  return {
    key: name,
    ecosystem: 'Maven',
    name,
    version: exactVersion(expanded(written, properties)),
    start: dependency.start,
    end: dependency.end,
    scope: scopeOf(scope),
    isDirect: true,
  }
}

// `[1.2]` means this one only; other brackets and what no property answers leave it open.
function exactVersion(version: string | undefined): string | undefined {
  const only = /^\[(?<only>[^,[\]()]{1,200})\]$/.exec(version ?? '')?.groups?.['only']
  return only ?? (version === undefined || /[[\](),$]/.test(version) ? undefined : version)
}

function scopeOf(scope: string): PackageScope {
  return scope === 'test' || scope === 'provided' ? 'development' : 'production'
}
