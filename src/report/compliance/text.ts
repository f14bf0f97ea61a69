import { STOP_TITLES, type Stop } from '../../model/itinerary.ts'
import {
  CONTROL_STATES,
  decisiveFindings,
  type Compliance,
  type ControlState,
  type ControlVerdict,
} from '../../verdict/compliance.ts'
import { isOpen, type QuestionState } from '../../verdict/questions.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { gateWords, plural } from '../headline.ts'
import { worstFirst } from '../order.ts'
import type { Run, Style, Write } from '../report.ts'
import { pointOf } from '../spots.ts'
import { columnsOf, fit, flow, padEnd, wrap } from '../text/columns.ts'
import { answer, ANSWER_COLUMN, header } from '../text/overview.ts'
import { createPen, type Pen, type Tone } from '../text/pen.ts'
import { notExamined } from '../text/unexamined.ts'

/**
 * The framework for people at a terminal: the counts, then the controls, those first that are not met, each with the
 * first places to look at.
 */
export function writeComplianceText(
  compliance: Compliance,
  { verdict, run, style }: { verdict: Verdict; run: Run; style: Style },
  out: Write,
): void {
  const pen = createPen(style)
  const lines = [
    ...header(verdict, run, pen),
    ...summary(compliance, pen),
    ...CONTROL_STATES.flatMap((state) => tellState(state, compliance, run, pen)),
    ...whatWasMissed(verdict, run, pen),
    '',
    ...answer('Gate', pen, flowed([gateWords(run), 'read-only, nothing left this machine'], pen)),
  ]
  for (const line of lines) out(`${line.trimEnd()}\n`)
}

// What of the stops was not examined is no matter of the framework; each control tells its own.
function whatWasMissed(verdict: Verdict, run: Run, pen: Pen): readonly string[] {
  const lines = notExamined({ ...verdict, stops: [] }, run, pen)
  return lines.length === 0 ? [] : ['', ...lines]
}

interface Telling {
  /** After a count: `3 not met`. */
  readonly word: string
  /** Above the controls. */
  readonly heading: string
  readonly tone: Tone
}

const TELLINGS: Readonly<Record<ControlState, Telling>> = {
  'not-met': { word: 'not met', heading: 'Not met', tone: 'Exposed' },
  'cannot-tell': { word: 'cannot tell', heading: 'Cannot tell', tone: 'Attention' },
  waived: { word: 'waived', heading: 'Waived', tone: 'quiet' },
  met: { word: 'met as far as rules see', heading: 'Met as far as rules see', tone: 'Clear' },
  'not-examined': {
    word: 'not examined',
    heading: 'Not examined, as nothing is there that its rules ask about, or nobody answered',
    tone: 'Not examined',
  },
  'not-applicable': {
    word: 'not applicable',
    heading: 'Not applicable, by answer',
    tone: 'quiet',
  },
  'no-rule': { word: 'no rule covers', heading: 'No rule covers it', tone: 'Not examined' },
}

function summary({ framework, controls, counts }: Compliance, pen: Pen): readonly string[] {
  const told = CONTROL_STATES.filter((state) => counts[state] > 0)
  const words = told.map((state) => `${counts[state]} ${TELLINGS[state].word}`)
  return [
    ...answer('Framework', pen, wrap(framework.title, pen.width - ANSWER_COLUMN)),
    ...answer(plural(controls.length, 'control'), pen, flowed(words, pen)),
  ]
}

function flowed(facts: readonly string[], pen: Pen): readonly string[] {
  return flow(facts, pen.joint, pen.width - ANSWER_COLUMN)
}

// Enough to know what kind of demand it is; a verbose run has no such bound.
const MOST_CONTROLS = 12
const MOST_PLACES = 3

function tellState(
  state: ControlState,
  { controls }: Compliance,
  { verbose }: Run,
  pen: Pen,
): readonly string[] {
  const chosen = controls.filter((control) => control.state === state)
  if (chosen.length === 0) return []
  const { heading, tone } = TELLINGS[state]
  // What is not met is the answer to the question, however long it is.
  const isWhole = verbose || state === 'not-met'
  const told = isWhole ? chosen : chosen.slice(0, MOST_CONTROLS)
  const rest = chosen.slice(told.length).map(({ control }) => control.id)
  const width = Math.max(...told.map(({ control }) => columnsOf(control.id)))
  return [
    '',
    pen.paint('strong', heading) + pen.joint + plural(chosen.length, 'control'),
    ...told.flatMap((control) => tellControl(control, { width, tone, verbose }, pen)),
    ...(rest.length === 0 ? [] : tellRest(rest, pen)),
  ]
}

function tellRest(ids: readonly string[], pen: Pen): readonly string[] {
  const words = ['and', ...ids.map((id, index) => (index < ids.length - 1 ? `${id},` : `${id};`))]
  return flow([...words, '-v tells all'], ' ', pen.width - 2).map((line) => `  ${line}`)
}

function tellControl(
  verdict: ControlVerdict,
  { width, tone, verbose }: { width: number; tone: Tone; verbose: boolean },
  pen: Pen,
): readonly string[] {
  const { control } = verdict
  const note = noteOf(verdict)
  const room = pen.width - width - 6
  const title = fit(control.title, room, pen.mark)
  const isOneLine = columnsOf(title) + columnsOf(note) + 2 <= room
  const indent = ' '.repeat(width + 4)
  const findings = decisiveFindings(verdict)
  const places = worstFirst(findings).slice(0, verbose ? undefined : MOST_PLACES)
  const head = `  ${pen.paint(tone, padEnd(control.id, width))}  ${title}`
  return [
    isOneLine ? `${head}  ${pen.paint('quiet', note)}` : head,
    ...(isOneLine ? [] : wrap(note, room).map((line) => indent + line)),
    ...places.map(({ place, rule }) => `${indent}${pen.say(pointOf(place))}  ${pen.rule(rule)}`),
    ...(places.length < findings.length
      ? [`${indent}and ${findings.length - places.length} more`]
      : []),
    ...questionLines(verdict, pen).map((line) => indent + line),
  ]
}

// Answers decide as findings do, so they are told in the same place.
function questionLines({ questions }: ControlVerdict, pen: Pen): readonly string[] {
  return questions.map(({ id, state, answer }) => {
    const who = answer === undefined ? '' : ` (${answer.owner}, until ${answer.expires})`
    return pen.say(`question ${id}: ${QUESTION_WORDS[state]}${who}`)
  })
}

const QUESTION_WORDS: Readonly<Record<QuestionState, string>> = {
  open: 'open',
  expired: 'open again, as its answer expired',
  no: 'not met, by answer',
  yes: 'answered yes',
  notApplicable: 'not applicable, by answer',
}

function noteOf(verdict: ControlVerdict): string {
  const { state, control, rules, idle, unseen, questions } = verdict
  const open = decisiveFindings(verdict)
  switch (state) {
    case 'not-met':
    case 'waived':
      return open.length === 0 ? 'by answer' : plural(open.length, 'finding')
    case 'cannot-tell':
      if (open.length > 0) return plural(open.length, 'finding')
      return questions.some(isOpen) ? 'a question is open' : 'not everything was examined'
    case 'met':
      if (rules.length === 0) return 'by answer'
      return `as far as ${sightOf(rules.length, idle.length)} can see${unseenWords(unseen)}`
    case 'not-examined':
      return idle.length === 0 ? plural(questions.length, 'question') : plural(idle.length, 'rule')
    case 'not-applicable':
      return 'by answer'
    case 'no-rule':
      return namesOf(control.scope)
  }
}

// Rules that had nothing to look at saw nothing.
function sightOf(seeing: number, idle: number): string {
  return idle === 0 ? plural(seeing, 'rule') : `${seeing} of ${plural(seeing + idle, 'rule')}`
}

function unseenWords(stops: readonly Stop[]): string {
  return stops.length === 0 ? '' : `, not in ${namesOf(stops)}`
}

function namesOf(stops: readonly Stop[]): string {
  return stops.map((stop) => STOP_TITLES[stop]).join(', ')
}
