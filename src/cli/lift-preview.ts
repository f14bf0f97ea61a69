import { scopeWords } from '../app/lift-scope.ts'
import type { LiftPlan } from '../app/lift.ts'
import { plural } from '../report/headline.ts'
import { printable } from '../report/printable.ts'
import { pointOf } from '../report/spots.ts'
import { wrap } from '../report/text/columns.ts'

// Enough to see what it is about; the number says the rest.
const MOST_FINDINGS = 12

/** What is worth knowing before a restriction is lifted: how to need less, and what would be open again. */
export function previewText(plan: LiftPlan, page: string | undefined, width: number): string {
  const { rule, match } = plan
  return [
    `Lifting ${rule.id} (${rule.severity}) for ${printable(scopeWords(match))}`,
    ...waysOut(plan, page, width),
    ...opened(plan),
    ...levels(plan),
    '',
    ...wrap('A waiver changes what Portolan counts, not what the API server admits.', width),
    '',
    '',
  ].join('\n')
}

function waysOut(
  { relaxations }: LiftPlan,
  page: string | undefined,
  width: number,
): readonly string[] {
  if (relaxations.length > 0) {
    return [
      '',
      'What needs less',
      ...relaxations.flatMap(({ tells, effect, opens, instead }) => [
        ...wrap(`${tells} ${EFFECTS[effect](opens)}`, width - 4).map((line, index) =>
          index === 0 ? `  - ${line}` : `    ${line}`,
        ),
        ...Object.entries(instead).map(([path, value]) => `      ${settingWords(path, value)}`),
      ]),
    ]
  }
  if (page === undefined) return []
  const prose = page.split(/\n{2,}/).flatMap((part) => wrap(part.replaceAll('\n', ' '), width - 2))
  return ['', 'How to need less', ...prose.map((line) => `  ${line}`)]
}

const EFFECTS = {
  satisfies: (opens: readonly string[]) =>
    opens.length === 0
      ? 'The check is then met.'
      : `The check is then met; ${opens.join(' and ')} is not.`,
  narrows: () => 'The check still fails, for less.',
} as const

const CONTAINERS = /^spec\.containers\[(\d)\]\./

// Which container is meant is for the reader to know.
function settingWords(path: string, value: unknown): string {
  const [start = '', index] = CONTAINERS.exec(path) ?? []
  const owner = index === undefined ? '' : index === '0' ? 'container: ' : 'other containers: '
  const field = path.slice(start.length)
  return value === null ? `${owner}no ${field}` : `${owner}${field}: ${JSON.stringify(value)}`
}

function opened({ opens, isIncomplete }: LiftPlan): readonly string[] {
  const rest = opens.length - MOST_FINDINGS
  return [
    '',
    `What would be open: ${plural(opens.length, 'finding')}${isIncomplete ? ', and perhaps more where nothing could be read' : ''}`,
    ...opens
      .slice(0, MOST_FINDINGS)
      .map(({ place, message }) => `  ${printable(`${pointOf(place)}  ${message}`)}`),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
  ]
}

function levels({ levels, rule }: LiftPlan): readonly string[] {
  if (levels.length === 0) return []
  return [
    '',
    'Pod Security level',
    ...levels.slice(0, MOST_FINDINGS).map(({ resource, lifted, kept }) => {
      const { kind, namespace, name } = resource
      const without = kept === lifted ? 'no higher' : kept
      const object = `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`
      return `  ${printable(object)}: ${lifted}; ${without} with ${rule.id} mended`
    }),
  ]
}
