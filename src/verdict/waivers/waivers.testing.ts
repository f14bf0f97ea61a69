import { RULES } from '../../../test/report/verdicts.ts'
import { readYaml } from '../../intake/yaml/read-yaml.ts'
import { resourceOf } from '../../model/resource.ts'
import { createScene } from '../../model/scene.ts'
import { judgeSurvey, type Verdict } from '../verdict.ts'
import { readWaiverFile, type WaiverReading } from './read-file.ts'
import type { WaiverPolicy } from './waiver.ts'

const TODAY = '2026-11-24'

/** The usual policy, for the example rules. */
export const POLICY: WaiverPolicy = {
  maxDays: 180,
  lockedRules: [],
  ruleOf: (id) =>
    RULES.find((rule) => rule.id === id || (id === 'limit-old' && rule.id === 'limit-example')),
}

/** Reads a waiver file as it is written. */
export function readWaivers(text: string, policy = POLICY, today = TODAY): WaiverReading {
  const file = '.portolan/waivers.yaml'
  const [document] = readYaml({ file, text }).documents
  if (document === undefined) return { waivers: [], faults: [] }
  return readWaiverFile(document, { pathOf: (path) => path, policy, today })
}

/** Judges texts by the example rules, with the waivers of a file. */
export function judged(
  texts: Readonly<Record<string, string>>,
  waivers = '',
  policy = POLICY,
  today = TODAY,
): Verdict {
  const resources = Object.entries(texts).flatMap(([file, text]) =>
    readYaml({ file, text }).documents.map(resourceOf),
  )
  const scene = createScene(resources, {
    kubernetes: { major: 1, minor: 36 },
    offering: 'none',
    today,
  })
  const { waivers: filed, faults } = readWaivers(waivers, policy, today)
  if (faults.length > 0) throw new Error(faults.map(({ message }) => message).join(' '))
  return judgeSurvey({ scene, coverage: [], faults: [] }, RULES, { filed, policy })
}

/** Which findings are waived and by what: `rule object/field: waiver`. */
export function waivedIn({ findings }: Verdict): readonly string[] {
  return findings.flatMap(({ rule, resource, place, state, waiver }) =>
    state === 'waived'
      ? [
          `${rule.id} ${resource.name} ${place.path.filter((s) => typeof s === 'number').join('')}: ${waiver?.id ?? ''}`,
        ]
      : [],
  )
}
