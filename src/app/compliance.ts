import { succeed, type Result } from '../base/result.ts'
import type { Framework } from '../model/control.ts'
import { FRAMEWORK_IDS, type FrameworkId } from '../model/framework.ts'
import { FRAMEWORKS } from '../model/frameworks.data.ts'
import { listControls } from '../model/frameworks.ts'
import { CATALOGUE } from '../rules/catalogue.ts'
import { controlsOf } from '../rules/topics.ts'
import { judgeCompliance, type Compliance } from '../verdict/compliance.ts'
import { withoutStops } from './asked-rules.ts'
import { rulesUnder } from './profile.ts'
import { scanBy, type Scan, type ScanRequest } from './scan.ts'
import { choose, VOCABULARY } from './vocabulary.ts'

/** An estate judged by a framework. Only the rules that cover a control were asked: the gate counts nothing else. */
export interface ComplianceCheck {
  readonly scan: Scan
  readonly compliance: Compliance
}

/** A framework as the list shows it. */
export interface FrameworkRow extends Omit<Framework, 'sections'> {
  /** A shorter name it may be asked for by. */
  readonly alias?: string
  readonly controls: number
  /** How many of its controls at least one rule covers. */
  readonly covered: number
  /** How many rules cover at least one of its controls. */
  readonly rules: number
}

/** The framework of that id or alias; a fault that lists them all when there is none. */
export function chooseFramework(name: string): Result<Framework> {
  const word = choose('compliance', VOCABULARY.framework, name)
  return word.ok ? succeed(FRAMEWORKS[idOf(word.value)]) : word
}

// A name without an edition means the newest one that is known.
function idOf(word: (typeof VOCABULARY.framework)[number]): FrameworkId {
  if (word === 'cis') return 'cis-1.12'
  return word === 'owasp-k8s' ? 'owasp-k8s-2025' : word
}

/** Reads the estate and judges each control of the framework by the rules that cover it. */
export function checkCompliance(
  framework: Framework,
  request: ScanRequest,
): Result<ComplianceCheck> {
  const all = CATALOGUE.filter((rule) => controlsOf(rule)[framework.id] !== undefined)
  const { profile = 'restricted', offStops } = request
  const asked = withoutStops(all, offStops)
  const scan = scanBy(rulesUnder(profile, asked), request)
  if (!scan.ok) return scan
  const unasked = all.filter((rule) => !asked.includes(rule))
  const compliance = judgeCompliance(scan.value.verdict, framework, {
    unasked,
    questions: scan.value.questions,
  })
  return succeed({ scan: scan.value, compliance })
}

/** All frameworks, and how much of each the rules cover. */
export function listFrameworks(): readonly FrameworkRow[] {
  return FRAMEWORK_IDS.map((framework) => {
    const { id, title, edition, url, read } = FRAMEWORKS[framework]
    const answers = CATALOGUE.flatMap((rule) => {
      const controls = controlsOf(rule)[framework]
      return controls === undefined ? [] : [controls]
    })
    const alias = VOCABULARY.framework.find(
      (word) => word !== framework && idOf(word) === framework,
    )
    return {
      id,
      ...(alias === undefined ? {} : { alias }),
      title,
      edition,
      url,
      read,
      controls: listControls(framework).length,
      covered: new Set(answers.flat()).size,
      rules: answers.length,
    }
  })
}
