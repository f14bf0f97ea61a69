import { fail, succeed } from '../../../../base/result.ts'
import type { LockReader } from '../../reader.ts'
import { notAsWritten } from '../../spot.ts'
import { childrenOf, elementAt, readXml, xmlText, type Element } from '../../text/xml-text.ts'
import { componentPackage } from '../component.ts'

/** CycloneDX in XML. */
export const cycloneDxXml: LockReader = {
  format: 'CycloneDX XML',
  claims: (name) => /(?:^|[-_.])(?:s?bom|cdx|cyclonedx)(?:[-_.].*)?\.xml$/i.test(name),
  read: ({ source }) => {
    const root = readXml(source)
    if (root === undefined)
      return fail(notAsWritten(source, 0, 'The file is not XML that can be read'))
    if (root.name !== 'bom') return undefined
    const needs = new Map(
      childrenOf(elementAt(root, 'dependencies'), 'dependency').map((each) => [
        each.attributes.get('ref') ?? '',
        each.children.map(({ attributes }) => attributes.get('ref') ?? ''),
      ]),
    )
    const packages = componentsIn(root).map((component) => {
      const purl = xmlText(component, 'purl')
      const [group, name = ''] = [xmlText(component, 'group'), xmlText(component, 'name')]
      const key = component.attributes.get('bom-ref') ?? `${purl ?? name} ${component.start}`
      return {
        ...componentPackage({
          key,
          purl,
          name: group === undefined ? name : `${group}/${name}`,
          version: xmlText(component, 'version'),
          start: component.start,
          end: component.end,
        }),
        needs: needs.get(key) ?? [],
        scope: scopeOf(xmlText(component, 'scope')),
      }
    })
    const top = elementAt(root, 'metadata', 'component')?.attributes.get('bom-ref')
    const names = new Map(packages.map(({ key, name }) => [key, name]))
    const roots = needs.get(top ?? '')?.map((key) => ({
      key,
      name: names.get(key) ?? key,
      scope: 'unknown' as const,
      at: undefined,
    }))
    return succeed({ packages, roots: roots?.length === 0 ? undefined : roots })
  },
}

// The depth of elements is bounded by the reader of XML.
function componentsIn(element: Element): readonly Element[] {
  return childrenOf(elementAt(element, 'components'), 'component').flatMap((each) => [
    each,
    ...componentsIn(each),
  ])
}

function scopeOf(scope: string | undefined): 'production' | 'development' | undefined {
  if (scope === 'excluded') return 'development'
  return scope === 'required' ? 'production' : undefined
}
