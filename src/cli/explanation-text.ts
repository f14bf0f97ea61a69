import type { Explanation } from '../app/explain.ts'
import { factsOf, flawFacts } from '../app/explanation-markdown.ts'
import type { FlawExplanation } from '../app/flaw/explain-flaw.ts'
import type { Style } from '../report/report.ts'
import { flow, wrap } from '../report/text/columns.ts'
import { createPen, type Pen } from '../report/text/pen.ts'

// Long lines tire: prose is no wider than this, however wide the screen is.
const WIDEST_PROSE = 100
const INDENT = '  '

/** A page of parts, as Markdown. */
export interface Entry {
  readonly name: string
  readonly facts: readonly string[]
  /** What follows the facts: sentences, each a paragraph. */
  readonly lead: readonly string[]
  readonly parts: readonly { readonly name: string; readonly body: string }[]
}

/** An explanation for a terminal. */
export function explanationText(explanation: Explanation, style: Style): string {
  const { name, title, lead, parts } = explanation
  const told = [`${title}.`, ...(lead === undefined ? [] : [lead])]
  return entryText({ name, facts: factsOf(explanation), lead: told, parts }, style)
}

/** The explanation of a flaw for a terminal. */
export function flawText(explanation: FlawExplanation, style: Style): string {
  const { title, lead, parts } = explanation
  return entryText({ name: title, facts: flawFacts(explanation), lead: [lead], parts }, style)
}

/** Any page of parts for a terminal. */
export function entryText({ name, facts, lead, parts }: Entry, style: Style): string {
  const pen = createPen({ ...style, width: Math.min(style.width, WIDEST_PROSE) })
  const head = [
    ...wrap(name, pen.width).map((line) => pen.paint('strong', line)),
    ...flow(facts, pen.joint, pen.width).map((line) => pen.paint('quiet', line)),
    ...lead.flatMap((paragraph, index) => [
      ...(index === 0 ? [] : ['']),
      ...wrap(paragraph, pen.width),
    ]),
  ]
  const sections = parts.flatMap((part) => [
    '',
    pen.paint('strong', part.name),
    ...tellBody(part.body, pen),
  ])
  return `${[...head, ...sections].map((line) => plainEnough(line, style)).join('\n')}\n`
}

function tellBody(markdown: string, pen: Pen): readonly string[] {
  const lines: string[] = []
  for (const block of blocksOf(markdown)) {
    if (lines.length > 0) lines.push('')
    lines.push(...tellBlock(block, pen.width - INDENT.length).map((line) => INDENT + line))
  }
  return lines.map((line) => line.trimEnd())
}

// Code may have empty lines of its own, prose ends at one.
function blocksOf(markdown: string): readonly string[] {
  return markdown
    .split(/(```\w*\n[\s\S]*?\n```)|\n{2,}/)
    .filter((block) => (block ?? '').trim() !== '')
}

function tellBlock(block: string, width: number): readonly string[] {
  if (block.startsWith('```')) {
    return block
      .split('\n')
      .slice(1, -1)
      .map((line) => INDENT + line)
  }
  if (!/^[-*] /.test(block)) return wrap(plainProse(block), width)
  return block
    .trim()
    .split(/\n(?=[-*] )/)
    .flatMap((entry) => hang(plainProse(entry.slice(2)), width))
}

function hang(entry: string, width: number): readonly string[] {
  return wrap(entry, width - 2).map((line, index) => (index === 0 ? '- ' : '  ') + line)
}

// Marks of Markdown that a terminal would only show as noise. Backquotes stay: they tell what is to be typed.
function plainProse(markdown: string): string {
  return markdown
    .replaceAll(/\[([^\]]*)\]\(([^)]*)\)/g, '$1 <$2>')
    .replaceAll(/\*\*([^*]*)\*\*/g, '$1')
}

function plainEnough(line: string, { ascii }: Style): string {
  return ascii ? line.replaceAll('·', '-').replaceAll('…', '...') : line
}
