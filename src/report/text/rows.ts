import type { Run } from '../report.ts'
import { madeOf, pathOf, pointOf, positionOf } from '../spots.ts'
import { isFixable, type Finding, type Place } from '../told.ts'
import { waiverWords } from '../waiver.ts'
import { columnsOf, padEnd } from './columns.ts'
import { readsFiles, type Row } from './groups.ts'
import { SEVERITY_TONES, type Pen, type Tone } from './pen.ts'

/** Place, severity, message, rule and whether there is a fix; the columns of all rows aligned. */
export function tellRows(rows: readonly Row[], run: Run, pen: Pen): readonly string[] {
  const cells = rows.map((row) => cellsOf(row, run, pen))
  const place = widest(cells.map((cell) => cell.place))
  const severity = widest(cells.map((cell) => cell.severity))
  // A message too long for the screen pushes the rest of its own line aside, not that of all others.
  const rest = widest(cells.map(({ id, hint }) => id + hint))
  const room = pen.width - place - severity - rest - 8
  const message = Math.min(Math.max(room, 0), widest(cells.map((cell) => cell.message)))
  return cells.flatMap((cell) => {
    const word = pen.paint(cell.tone, padEnd(cell.severity, severity))
    const line = `  ${padEnd(cell.place, place)}  ${word}  ${padEnd(cell.message, message)}  ${cell.rule}`
    return [line + pen.paint('quiet', cell.hint), ...cell.evidence]
  })
}

interface Cells {
  readonly place: string
  readonly severity: string
  readonly tone: Tone
  readonly message: string
  readonly id: string
  readonly rule: string
  readonly hint: string
  readonly evidence: readonly string[]
}

function cellsOf(row: Row, { persona, comparison, ownerOf }: Run, pen: Pen): Cells {
  const [first, ...more] = row
  const { rule, state, severity, message, place } = first
  const { line, column } = positionOf(place)
  const word = stateWord(state, pen) ?? severity
  const isNew = comparison?.isNew(first) ?? false
  return {
    place: pen.say(readsFiles(persona) ? `${line}:${column}` : pointOf(place)),
    severity: isNew ? `new ${word}` : word,
    tone: STATE_TONES[state] ?? SEVERITY_TONES[severity],
    message: pen.say(message) + (more.length === 0 ? '' : ` (and ${more.length} more)`),
    id: rule.id,
    rule: pen.rule(rule),
    hint:
      hintOf(row, pen) +
      jewelWord(first) +
      deciderWord(place, pen) +
      renderingsWord(first, pen) +
      ownerWord(ownerOf(first), pen),
    evidence: persona === 'analyst' ? row.map((finding) => evidenceOf(finding, pen)) : [],
  }
}

function jewelWord({ crownJewel }: Finding): string {
  return crownJewel === undefined ? '' : '  crown jewel'
}

// Where the value is decided elsewhere, that is the line to change.
function deciderWord(place: Place, pen: Pen): string {
  const decidedBy = madeOf(place)?.decidedBy
  return decidedBy === undefined
    ? ''
    : `  ${pen.say(`${decidedBy.file}:${decidedBy.line}`)} decides`
}

// Which of several values files or overlays show it.
function renderingsWord({ renderings = [] }: Finding, pen: Pen): string {
  const names = renderings.flatMap(({ inputs, target }) => (inputs.length > 0 ? inputs : [target]))
  return names.length === 0 ? '' : `  with ${pen.say(names.join(', '))}`
}

function ownerWord(owner: string | undefined, pen: Pen): string {
  return owner === undefined ? '' : `  ${pen.say(owner)}`
}

// What does not count says so where others tell how bad they are.
function stateWord(state: Finding['state'], pen: Pen): string | undefined {
  if (state === 'waived') return `${pen.shape(state)} waived`
  return state === 'cannot-tell' ? 'cannot tell' : undefined
}

function hintOf(row: Row, pen: Pen): string {
  const [first] = row
  // What its owner lifted is not to be mended.
  if (first.state !== 'waived') return row.some(isFixable) ? '  fix available' : ''
  const words = waiverWords(first)
  return words === undefined ? '' : `  ${pen.say(words)}`
}

const STATE_TONES: Readonly<Partial<Record<Finding['state'], Tone>>> = {
  waived: 'quiet',
  'cannot-tell': 'Not examined',
}

function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, columnsOf(text)), 0)
}

// What an analyst writes into a ticket: the finding's id, the object, the field.
function evidenceOf({ id, resource, place }: Finding, pen: Pen): string {
  const { kind, namespace, name } = resource
  const owner = namespace === undefined ? name : `${namespace}/${name}`
  const { line, column } = positionOf(place)
  const evidence = `${id}  ${line}:${column}  ${kind} ${owner}  ${pathOf(place)}`
  return `    ${pen.paint('quiet', pen.say(evidence))}`
}
