import { groupByAll } from '../base/group.ts'
import type { Control, Framework } from '../model/control.ts'
import { listControls } from '../model/frameworks.ts'
import type { Stop } from '../model/itinerary.ts'
import type { Rule } from '../rules/rule.ts'
import { controlsOf, stopOf } from '../rules/topics.ts'
import type { Finding } from './finding.ts'
import { isOpen, type AskedQuestion } from './questions.ts'
import { isIncomplete, type Verdict } from './verdict.ts'

/** How a control stands, in the order in which it is told. */
export const CONTROL_STATES = [
  'not-met',
  'cannot-tell',
  'waived',
  'met',
  'not-examined',
  'not-applicable',
  'no-rule',
] as const

/**
 * `met` is said as far as the rules see, and only when all that was asked for was examined. `not-examined`: rules
 * or questions cover it, but the estate has nothing that they are asked about, and nobody answered. `not-applicable`:
 * so somebody answered, and no rule says otherwise. `no-rule`: nothing here can tell.
 */
export type ControlState = (typeof CONTROL_STATES)[number]

/** One control, judged. */
export interface ControlVerdict {
  readonly control: Control
  readonly state: ControlState
  /** Those that cover it and had something to look at; the others that cover it are `idle`. */
  readonly rules: readonly Rule[]
  readonly idle: readonly Rule[]
  /** The stops it belongs to where no rule covers it: there it was not looked at. */
  readonly unseen: readonly Stop[]
  /** What people are asked where no manifest can show it. */
  readonly questions: readonly AskedQuestion[]
  /** What the covering rules found, in the order of the estate, whatever its state. */
  readonly findings: readonly Finding[]
}

/** A framework, judged control by control. */
export interface Compliance {
  readonly framework: Framework
  readonly controls: readonly ControlVerdict[]
  readonly counts: Readonly<Record<ControlState, number>>
}

/** What else there is to know of a framework. */
export interface ComplianceTerms {
  /** Rules that would cover a control, had nobody switched their stops off. */
  readonly unasked?: readonly Rule[]
  readonly questions?: readonly AskedQuestion[]
}

/** Judges each control of `framework` by what the rules of the verdict found. O(findings + controls x rules). */
export function judgeCompliance(
  verdict: Verdict,
  framework: Framework,
  { unasked = [], questions = [] }: ComplianceTerms = {},
): Compliance {
  const all = [...verdict.rules, ...unasked]
  const answers = new Map(all.map((rule) => [rule, controlsOf(rule)[framework.id] ?? []]))
  const rules = groupByAll(answers.keys(), (rule) => answers.get(rule) ?? [])
  const found = groupByAll(verdict.findings, ({ rule }) => answers.get(rule) ?? [])
  const asking = groupByAll(questions, ({ question }) => question.controls?.[framework.id] ?? [])
  const hasSubjects = subjectsIn(verdict)
  const isWhole = wholeStops(verdict)
  const controls = listControls(framework.id).map((control): ControlVerdict => {
    const covering = rules.get(control.id) ?? []
    const asked = covering.filter((rule) => !unasked.includes(rule) && hasSubjects(rule))
    const findings = found.get(control.id) ?? []
    const said = asking.get(control.id) ?? []
    return {
      control,
      state: withAnswers(
        covering.length === 0
          ? 'no-rule'
          : stateOf(
              asked,
              findings,
              asked.every((rule) => isWhole.has(stopOf(rule))),
            ),
        said,
      ),
      questions: said,
      rules: asked,
      idle: covering.filter((rule) => !asked.includes(rule)),
      unseen: control.scope.filter((stop) => covering.every((rule) => stopOf(rule) !== stop)),
      findings,
    }
  })
  return { framework, controls, counts: countStates(controls) }
}

/** The findings that decide the state of a control: those that are open, else those that cannot be told or are waived. */
export function decisiveFindings({ state, findings }: ControlVerdict): readonly Finding[] {
  const wanted = state === 'not-met' ? 'open' : state
  return findings.filter((finding) => finding.state === wanted)
}

function stateOf(
  asked: readonly Rule[],
  findings: readonly Finding[],
  isWhole: boolean,
): ControlState {
  if (asked.length === 0) return 'not-examined'
  const states = new Set(findings.map(({ state }) => state))
  if (states.has('open')) return 'not-met'
  // What was not read may have held what is looked for.
  if (states.has('cannot-tell') || !isWhole) return 'cannot-tell'
  return states.has('waived') ? 'waived' : 'met'
}

// A bad answer outweighs what rules find well; an open question leaves open what they do not see.
function withAnswers(byRules: ControlState, questions: readonly AskedQuestion[]): ControlState {
  if (questions.length === 0 || byRules === 'not-met') return byRules
  if (questions.some(({ state }) => state === 'no')) return 'not-met'
  const isUnseen = byRules === 'no-rule' || byRules === 'not-examined'
  const open = questions.filter(isOpen)
  if (isUnseen) {
    if (open.length > 0) return 'not-examined'
    return questions.some(({ state }) => state === 'yes') ? 'met' : naturally(byRules)
  }
  const isBeyond = open.some(({ question }) => question.asked === 'beyond')
  return isBeyond && (byRules === 'met' || byRules === 'waived') ? 'cannot-tell' : byRules
}

// What does not apply is not examined all the same where rules would have looked.
function naturally(byRules: ControlState): ControlState {
  return byRules === 'no-rule' ? 'not-applicable' : byRules
}

// Those of which all was examined. What could not be read may have belonged to any of them, so then there is none.
function wholeStops(verdict: Verdict): ReadonlySet<Stop> {
  if (isIncomplete(verdict)) return new Set()
  const whole = verdict.stops.filter(({ asked, examined }) => examined >= asked)
  return new Set(whole.map(({ stop }) => stop))
}

// Only what is judged counts: look-ups of a narrowed scene find more.
function subjectsIn({ scene, components }: Verdict): (rule: Rule) => boolean {
  const { resources, pods, containers } = scene
  const types = new Set<string>([
    ...resources.map(({ type }) => type),
    ...components.map(({ name }) => name),
  ])
  return ({ subject }) => {
    if (subject === 'container') return containers.length > 0
    return subject === 'pod' ? pods.length > 0 : subject.some((type) => types.has(type))
  }
}

function countStates(controls: readonly ControlVerdict[]): Compliance['counts'] {
  const count = (state: ControlState): number =>
    controls.filter((control) => control.state === state).length
  return {
    'not-met': count('not-met'),
    'cannot-tell': count('cannot-tell'),
    waived: count('waived'),
    met: count('met'),
    'not-examined': count('not-examined'),
    'not-applicable': count('not-applicable'),
    'no-rule': count('no-rule'),
  }
}
