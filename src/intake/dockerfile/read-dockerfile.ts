import type { Fault } from '../../base/fault.ts'
import type { Document } from '../../model/document.ts'
import type { Source } from '../../model/source.ts'
import { layOut, type LaidOut } from '../laid-out.ts'
import { faultAt } from '../yaml/yaml-fault.ts'
import type { BuildContext } from './build-context.ts'
import { expandVariables } from './expand.ts'
import { instructionIn, KEYWORDS, type Instruction } from './instruction.ts'
import { laidInstruction, laidText, spanned } from './lay-out-instruction.ts'
import { logicalLines, type Directive, type LogicalLine } from './logical-lines.ts'
import { pairsOf } from './pairs.ts'

/** What a Dockerfile gave: its document, or undefined when it is none, and what is wrong with it. */
export interface DockerfileReading {
  readonly document: Document | undefined
  readonly faults: readonly Fault[]
}

/**
 * Reads a Dockerfile as BuildKit does: `{apiVersion: 'dockerfile', kind: 'Dockerfile', metadata: {name}, directives,
 * arguments, stages: [{from, as, platform, instructions: [{instruction, flags, args, words, pairs, form, heredocs}]}]}`,
 * and `context: {files, ignore}` when it is known what stands beside it. Variables with a known value are replaced where
 * Docker replaces them; others stay in braces. O(text); never throws.
 */
export function readDockerfile(source: Source, context?: BuildContext): DockerfileReading {
  const { directives, lines } = logicalLines(source.text)
  const instructions: Instruction[] = []
  const faults: Fault[] = []
  for (const line of lines) {
    const instruction = instructionIn(line)
    if (instruction !== undefined && KEYWORDS.has(instruction.name)) instructions.push(instruction)
    else faults.push(unknownLine(source, line))
    const open = line.heredocs.find(({ isClosed }) => !isClosed)
    if (open !== undefined) faults.push(openHeredoc(source, line, open.name))
  }
  const first = instructions.findIndex(({ name }) => name === 'FROM')
  if (first === -1) return { document: undefined, faults: [noStage(source), ...faults] }
  const body = { instructions, first, context }
  return { document: documentFor(source, directives, body), faults }
}

interface Body {
  readonly instructions: readonly Instruction[]
  readonly first: number
  readonly context: BuildContext | undefined
}

function documentFor(
  source: Source,
  directives: readonly Directive[],
  { instructions, first, context }: Body,
): Document {
  const { text, file } = source
  const whole = { key: 0, start: 0, end: text.length }
  const top = new Map<string, string | undefined>()
  const args = instructions.slice(0, first)
  const laidArgs = args.map((instruction) => {
    const laid = laidInstruction(instruction, top)
    declare(instruction, top, top)
    return laid
  })
  const content = new Map<string, LaidOut>([
    ['apiVersion', { ...whole, content: 'dockerfile' }],
    ['kind', { ...whole, content: 'Dockerfile' }],
    ['metadata', { ...whole, content: new Map([['name', { ...whole, content: file }]]) }],
    ['directives', { ...whole, content: new Map(directives.map(laidDirective)) }],
    ['arguments', { ...whole, content: laidArgs }],
    ['stages', { ...whole, content: stagesOf(instructions.slice(first), top) }],
    ...(context === undefined ? [] : [['context', laidContext(context)] as const]),
  ])
  return layOut(source, { key: -1, start: 0, end: text.length, content })
}

function laidDirective({ name, value, start, end }: Directive): readonly [string, LaidOut] {
  return [name, { key: start, start, end, content: value }]
}

// It stands in no file: what is said of it is shown at the top of the Dockerfile.
function laidContext({ files, ignore }: BuildContext): LaidOut {
  const top = { key: 0, start: 0, end: 0 }
  const list = (texts: readonly string[]): LaidOut => ({
    ...top,
    content: texts.map((content) => ({ ...top, key: -1, content })),
  })
  const content = new Map([
    ['files', list(files)],
    ['ignore', list(ignore)],
  ])
  return { ...top, content }
}

type Known = Map<string, string | undefined>

function stagesOf(instructions: readonly Instruction[], top: Known): readonly LaidOut[] {
  const starts = instructions.flatMap(({ name }, index) => (name === 'FROM' ? [index] : []))
  const environments = new Map<string, Known>()
  return starts.map((start, index) => {
    const own = instructions.slice(start, starts[index + 1])
    return stageOf(own, top, environments)
  })
}

function stageOf(
  [from, ...instructions]: readonly Instruction[],
  top: Known,
  environments: Map<string, Known>,
): LaidOut {
  if (from === undefined) throw new Error('A stage begins with FROM.')
  const [image, as, name] = from.words
  const base = expandVariables(image?.text ?? '', top)
  // A stage that goes on from another one has its environment.
  const known: Known = new Map(environments.get(base.toLowerCase()))
  const laid = instructions.map((instruction) => {
    const each = laidInstruction(instruction, known)
    declare(instruction, known, top)
    return each
  })
  const isNamed = as?.text.toLowerCase() === 'as' && name !== undefined
  if (isNamed) environments.set(name.text.toLowerCase(), known)
  const last = instructions.at(-1) ?? from
  const platform = from.flags.find((flag) => flag.name === 'platform')
  const content = new Map<string, LaidOut>([
    ['from', image === undefined ? spanned(from, '') : laidText(from.line, image, base)],
    ...(isNamed ? [['as', laidText(from.line, name, name.text)] as const] : []),
    ...(platform === undefined
      ? []
      : [
          [
            'platform',
            laidText(from.line, platform.word, expandVariables(platform.value, top)),
          ] as const,
        ]),
    ['instructions', { ...spanned(from, ''), content: laid }],
  ])
  return { key: -1, start: from.line.offsets[0] ?? 0, end: last.line.offsets.at(-1) ?? 0, content }
}

// ARG tells a name, and perhaps a value if no one else gives one; ENV tells what it is from here on.
function declare(instruction: Instruction, known: Known, top: Known): void {
  if (instruction.name !== 'ARG' && instruction.name !== 'ENV') return
  for (const { key, value } of pairsOf(instruction)) {
    const expanded = value && expandVariables(value.text, known)
    known.set(key.text, expanded ?? (instruction.name === 'ARG' ? top.get(key.text) : ''))
  }
}

function unknownLine(source: Source, { text, offsets }: LogicalLine): Fault {
  const [word = ''] = text.split(/\s/)
  const shown = /^[\w-]{1,20}$/.test(word) ? `"${word}" is` : 'This is'
  return faultAt(source, {
    code: 'INTAKE_DOCKERFILE',
    offset: offsets[0] ?? 0,
    message: `${shown} no instruction of a Dockerfile, so this line was not examined.`,
    remedy: 'Check the line above: one that goes on ends in a backslash.',
  })
}

function openHeredoc(source: Source, { offsets }: LogicalLine, name: string): Fault {
  return faultAt(source, {
    code: 'INTAKE_DOCKERFILE',
    offset: offsets[0] ?? 0,
    message: `The text that begins with <<${name} has no end: all that follows belongs to it.`,
    remedy: `Write ${name} on a line of its own behind it.`,
  })
}

function noStage(source: Source): Fault {
  return faultAt(source, {
    code: 'INTAKE_DOCKERFILE',
    offset: 0,
    message: 'This Dockerfile has no FROM, so there is no image that it builds.',
    remedy: 'Begin it with FROM, or give the file another name.',
  })
}
