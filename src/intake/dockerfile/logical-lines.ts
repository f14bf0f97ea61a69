/** One instruction's text: its continuation lines joined, with the offset in the file of every character. */
export interface LogicalLine {
  readonly text: string
  /** `offsets[k]` is where character k stands; one more tells where the text ends. */
  readonly offsets: readonly number[]
  readonly heredocs: readonly Heredoc[]
}

/** A text that follows its instruction up to a line that says so. */
export interface Heredoc {
  readonly name: string
  readonly text: string
  readonly lines: readonly HeredocLine[]
  readonly start: number
  readonly end: number
  /** Whether the line that ends it is there. */
  readonly isClosed: boolean
}

/** One line of such a text, without the tabs that `<<-` takes off, and where it begins. */
export interface HeredocLine {
  readonly text: string
  readonly start: number
}

/** The directives that may stand at the top of a file: `# syntax=`, `# escape=`, `# check=`. */
export interface Directive {
  readonly name: string
  readonly value: string
  readonly start: number
  readonly end: number
}

/** What a file is made of before its instructions are looked at. */
export interface FileLines {
  readonly directives: readonly Directive[]
  readonly lines: readonly LogicalLine[]
}

/** Joins the lines of a Dockerfile as BuildKit does. O(text). */
export function logicalLines(text: string): FileLines {
  const physical = physicalLines(text)
  const directives = directivesOf(physical)
  const escape = directives.find(({ name }) => name === 'escape')?.value === '`' ? '`' : '\\'
  const lines: LogicalLine[] = []
  for (let at = 0; at < physical.length;) {
    const { line, next } = joinedAt(physical, at, escape)
    at = next
    if (line !== undefined) {
      const read = heredocsAt(physical, next, line.text)
      lines.push({ ...line, heredocs: read.heredocs })
      at = read.next
    }
  }
  return { directives, lines }
}

interface PhysicalLine {
  readonly text: string
  readonly start: number
}

function physicalLines(text: string): readonly PhysicalLine[] {
  const lines: PhysicalLine[] = []
  for (let start = text.startsWith('\uFEFF') ? 1 : 0; start <= text.length;) {
    const at = text.indexOf('\n', start)
    const end = at === -1 ? text.length : at
    lines.push({ text: text.slice(start, end).replace(/\r$/, ''), start })
    start = end + 1
  }
  return lines
}

const DIRECTIVE = /^\s*#\s*(?<name>[a-zA-Z][\w-]*)\s*=\s*(?<value>.*\S)\s*$/
const KNOWN = new Set(['syntax', 'escape', 'check'])

// They count at the very top only: any other line ends them.
function directivesOf(lines: readonly PhysicalLine[]): readonly Directive[] {
  const directives: Directive[] = []
  for (const { text, start } of lines) {
    const groups = DIRECTIVE.exec(text)?.groups
    const name = groups?.name?.toLowerCase() ?? ''
    if (groups?.value === undefined || !KNOWN.has(name)) break
    directives.push({ name, value: groups.value, start, end: start + text.length })
  }
  return directives
}

interface Joined {
  readonly line: Omit<LogicalLine, 'heredocs'> | undefined
  readonly next: number
}

function joinedAt(lines: readonly PhysicalLine[], from: number, escape: string): Joined {
  let text = ''
  const offsets: number[] = []
  let next = from
  let end = 0
  while (next < lines.length) {
    const { text: written, start } = lines[next] ?? { text: '', start: 0 }
    next++
    // Comments and empty lines between the lines of an instruction are no part of it.
    if (/^\s*(?:#|$)/.test(written)) {
      if (offsets.length === 0) return { line: undefined, next }
      continue
    }
    const bare = written.trimEnd()
    const goesOn = bare.endsWith(escape) && !bare.endsWith(escape + escape)
    const kept = goesOn ? bare.slice(0, -1) : written
    const lead = offsets.length === 0 ? kept.length - kept.trimStart().length : 0
    text += kept.slice(lead)
    for (let at = lead; at < kept.length; at++) offsets.push(start + at)
    end = start + kept.length
    if (!goesOn) break
  }
  if (offsets.length === 0) return { line: undefined, next }
  return { line: { text, offsets: [...offsets, end] }, next }
}

const HEREDOC_INSTRUCTION = /^(?:onbuild\s+)?(?:run|copy|add)\s/i
const HEREDOC = /(?<![<\w])\d*<<(?<dash>-?)(?<quote>["']?)(?<name>[A-Za-z_.][\w.-]*)\k<quote>/g

function heredocsAt(
  lines: readonly PhysicalLine[],
  from: number,
  text: string,
): { readonly heredocs: readonly Heredoc[]; readonly next: number } {
  if (!text.includes('<<') || !HEREDOC_INSTRUCTION.test(text)) return { heredocs: [], next: from }
  const heredocs: Heredoc[] = []
  let next = from
  for (const { groups } of text.matchAll(HEREDOC)) {
    const name = groups?.name ?? ''
    const body: HeredocLine[] = []
    const start = lines[next]?.start ?? 0
    let isClosed = false
    for (; next < lines.length && !isClosed; next++) {
      const line = lines[next]?.text ?? ''
      const bare = groups?.dash === '-' ? line.replace(/^\t+/, '') : line
      isClosed = bare === name
      const begin = (lines[next]?.start ?? 0) + line.length - bare.length
      if (!isClosed) body.push({ text: bare, start: begin })
    }
    const last = lines[next - 1]
    const end = Math.max(start, (last?.start ?? start) + (isClosed ? 0 : (last?.text.length ?? 0)))
    const whole = body.map((line) => `${line.text}\n`).join('')
    heredocs.push({ name, text: whole, lines: body, start, end, isClosed })
  }
  return { heredocs, next }
}
