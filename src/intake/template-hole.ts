import type { Fault } from '../base/fault.ts'
import type { Source } from '../model/source.ts'
import { faultAt } from './yaml/yaml-fault.ts'

/** Where the first hole of a template is: what Go, Jinja and ERB or EJS replace when they render; -1 without one. */
export function firstHole(text: string): number {
  const found = HOLE_SIGNS.map((sign) => text.indexOf(sign)).filter((at) => at !== -1)
  return found.length === 0 ? -1 : Math.min(...found)
}

const HOLE_SIGNS = ['{{', '{%', '<%'] as const

/** The fault of a template of the chart in folder `chart` that was not rendered. */
export function chartTemplate(source: Source, offset: number, chart: string): Fault {
  return faultAt(source, {
    code: 'INTAKE_TEMPLATE',
    offset,
    message: 'This template of a Helm chart was not rendered, so its objects are not known.',
    remedy: `Render it and scan the output: helm template ${quoted(chart)} | portolan scan -`,
  })
}

/** The fault of another template that is no YAML before it is rendered, for the reason that `trouble` gives. */
export function strayTemplate(source: Source, offset: number, trouble: string): Fault {
  return faultAt(source, {
    code: 'INTAKE_TEMPLATE',
    offset,
    message: `This looks like a template that was not rendered, and so it is no YAML: ${trouble}`,
    remedy: 'Render it with its own tool and scan the output: … | portolan scan -',
  })
}

// People copy the command into a shell, so a folder's name must not become part of it.
function quoted(name: string): string {
  return /^[\w./@%+=:,-]+$/.test(name) ? name : `'${name.replaceAll("'", String.raw`'\''`)}'`
}
