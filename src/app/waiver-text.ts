import type { Fault } from '../base/fault.ts'
import { fail, succeed, type Result } from '../base/result.ts'
import { applyEdits } from '../fix/apply.ts'
import { unifiedDiff } from '../fix/unified-diff.ts'
import { readYaml } from '../intake/yaml/read-yaml.ts'
import { spanOf, type Document } from '../model/document.ts'
import { removePlace, setPlace, type Edit } from '../model/edit.ts'
import { isList, valueAt } from '../model/part.ts'
import { lineBreak, lineStart } from '../model/source.ts'
import type { WaiverEntry } from '../verdict/waivers/schema.ts'

/** A waiver file with its text as it will be. */
export interface WaiverDraft {
  /** Absolute. */
  readonly path: string
  /** As the user knows it. */
  readonly name: string
  /** Undefined when the file is not there yet. */
  readonly before: string | undefined
  readonly after: string
}

/** The change as `git apply` takes it. */
export function draftDiff({ name, before, after }: WaiverDraft): string {
  // The tools refuse to leave the folder they run in: above it, the patch is for the folder of `.portolan`.
  const diff = unifiedDiff(name.replace(/^(?:\.\.\/)+/, ''), before ?? '', after)
  // Git takes a file that was not there for one that has to be.
  return before === undefined ? diff.replace(/^--- .*/, '--- /dev/null') : diff
}

const HEADING = '# What is lifted, where, why, by whom and until when: portolan lift --help.\n'

/** The text of a waiver file with one entry more at its end, or the fault of a list that takes none as it is written. */
export function withEntry(
  name: string,
  text: string | undefined,
  entry: WaiverEntry,
): Result<string> {
  const [document] = text === undefined ? [] : readYaml({ file: name, text }).documents
  const members = isList(document?.value) ? document.value : []
  if (text === undefined) return succeed(HEADING + entryText(entry, '', '\n'))
  if (document !== undefined && members.length === 0) return fail(unreadableStyle(name))
  const end = lineBreak({ file: name, text })
  const start = text === '' || text.endsWith('\n') ? text : text + end
  const after = start + entryText(entry, indentOf(document), end)
  return holds(name, after, members.length + 1) ? succeed(after) : fail(unreadableStyle(name))
}

/** The text of a waiver file with another day, and approval where it is given, in the entry of that number. */
export function withDay(
  document: Document,
  index: number,
  { expires, approvedBy }: { readonly expires: string; readonly approvedBy: string | undefined },
): Result<string> {
  const approval =
    approvedBy === undefined
      ? []
      : [setPlace({ document, path: [index, 'approvedBy'] }, approvedBy)]
  return edited(document, [setPlace({ document, path: [index, 'expires'] }, expires), ...approval])
}

/** The text of a waiver file without the entry of that number. */
export function withoutEntry(document: Document, index: number): Result<string> {
  const isLast = isList(document.value) && document.value.length === 1
  // Of the last entry only its lines go: what is said above it stays for the next one.
  if (isLast)
    return succeed(
      document.source.text.slice(
        0,
        lineStart(document.source, spanOf(document.layout, document.node).start),
      ),
    )
  return edited(document, [removePlace({ document, path: [index] })])
}

/** The number of the entry of that id in a waiver file. */
export function entryNumber(document: Document, id: string): number {
  const entries = isList(document.value) ? document.value : []
  return entries.findIndex((entry) => valueAt(entry, ['id']) === id)
}

function edited({ source }: Document, edits: readonly Edit[]): Result<string> {
  const { text, refused } = applyEdits(source, edits, readYaml)
  const [fault] = refused
  return fault === undefined ? succeed(text) : fail(fault)
}

function holds(name: string, text: string, count: number): boolean {
  const { documents, faults } = readYaml({ file: name, text })
  const [document, second] = documents
  return (
    faults.length === 0 &&
    second === undefined &&
    isList(document?.value) &&
    document.value.length === count
  )
}

// As far in as the entries that are there.
function indentOf(document: Document | undefined): string {
  if (document === undefined) return ''
  const { source, layout, node } = document
  const start = lineStart(source, spanOf(layout, node).start)
  return /^[ ]*/.exec(source.text.slice(start))?.[0] ?? ''
}

const ORDER = [
  'id',
  'rule',
  'match',
  'reason',
  'owner',
  'approvedBy',
  'expires',
  'ticket',
  'mitigation',
  'untilFixed',
] as const

function entryText(entry: WaiverEntry, indent: string, end: string): string {
  const lines = ORDER.flatMap((word) => {
    const value = entry[word]
    return value === undefined ? [] : [`${word}: ${valueText(value)}`]
  })
  return lines.map((line, index) => `${indent}${index === 0 ? '- ' : '  '}${line}${end}`).join('')
}

// A mapping of names stays on one line, as people write it; what could be read as something else is quoted.
function valueText(value: unknown): string {
  if (typeof value === 'string') return isPlain(value) ? value : JSON.stringify(value)
  if (typeof value !== 'object' || value === null) return String(value)
  if (isList(value)) return `[${value.map(valueText).join(', ')}]`
  const members = Object.entries(value).map(([key, member]) => `${key}: ${valueText(member)}`)
  return `{ ${members.join(', ')} }`
}

function isPlain(text: string): boolean {
  if (!/^[A-Za-z][\w./-]*$|^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const [document] = readYaml({ file: '', text: `[${text}]` }).documents
  return valueAt(document?.value, [0]) === text
}

function unreadableStyle(name: string): Fault {
  return {
    code: 'WAIVER_FILE',
    at: name,
    message: 'Its list is written in a way that no entry can be added to.',
    remedy: 'Write it as lines that begin with a dash, or delete it when it is empty.',
  }
}
