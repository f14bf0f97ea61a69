import type { Fault } from '../base/fault.ts'
import { jsonText } from '../intake/helm/formats/json-text.ts'
import { valueOfJson } from '../intake/helm/formats/read-values.ts'
import { yamlText } from '../intake/helm/formats/yaml-text.ts'
import { readEstate } from '../intake/read-estate.ts'
import type { Via } from '../model/making.ts'
import { spotOf } from '../model/place.ts'
import type { Resource } from '../model/resource.ts'
import { printable } from '../report/printable.ts'
import { EXIT } from './outcome.ts'
import { estateRequest, type EstateTerms } from './scan.ts'

/** The objects of an estate as they are read, in two ways to write them. */
export interface Rendering {
  readonly faults: readonly Fault[]
  readonly exitCode: number
  /** The objects as documents, each with its origin as a comment. */
  readonly yaml: () => string
  /** The objects with their origins, and what could not be read. */
  readonly json: () => string
}

/** Reads the estate and judges nothing. What could not be read makes it incomplete. */
export function render(terms: EstateTerms): Rendering {
  const { scene, faults } = readEstate(estateRequest(terms))
  return {
    faults,
    exitCode: faults.length === 0 ? EXIT.fine : EXIT.incomplete,
    yaml: () => scene.resources.map(documentOf).join(''),
    json: () => jsonOf(scene.resources, faults),
  }
}

interface Origin {
  readonly file: string
  readonly line: number
  readonly via: Via | null
}

function originOf({ document }: Resource): Origin {
  const { file, line } = spotOf({ document, path: [] })
  return { file, line, via: document.making?.via ?? null }
}

function documentOf(resource: Resource): string {
  const { file, line, via } = originOf(resource)
  const inputs = via === null || via.inputs.length === 0 ? '' : ` with ${via.inputs.join(', ')}`
  const maker = via === null ? '' : ` (${via.maker} ${via.target}${inputs})`
  const { text } = yamlText(valueOfJson(resource.document.value), undefined)
  return `---\n# ${printable(`${file}:${line}${maker}`)}\n${text}\n`
}

const STYLE = { indent: '', isHtmlSafe: false } as const

function jsonOf(resources: readonly Resource[], faults: readonly Fault[]): string {
  const objects = resources.map((resource) => {
    const object = valueOfJson(resource.document.value)
    const origin = valueOfJson(originOf(resource))
    return jsonText(
      new Map([
        ['object', object],
        ['origin', origin],
      ]),
      STYLE,
    )
  })
  const told = faults.map(({ code, at, message, remedy }) =>
    jsonText(valueOfJson({ code, at, message, remedy }), STYLE),
  )
  return `{"objects":[${objects.map((text) => `\n${text}`).join(',')}],\n"faults":[${told.join(',')}]}\n`
}
