import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'
import { stagesOf, wordsOf, type Step } from './dockerfile.ts'
import { plainCommands, type PlainCommand, type ShellWord } from './shell-words.ts'

/** A program that an instruction runs, with its words; `program` is its name without folders. */
export interface Command {
  readonly program: string
  /** The words behind the program. */
  readonly args: readonly string[]
  /** The variables set for it alone, `NAME=value` before the program. */
  readonly assignments: readonly string[]
  /** What runs it with other rights or later: `sudo`, `xargs`, `env`. */
  readonly via: readonly string[]
  /** What stands before it: `|` when it is fed by the command before. */
  readonly after: string
  readonly step: Step
  /** Where the program stands. */
  readonly place: Place
  /** Where word `index` of `args` stands. */
  readonly placeOf: (index: number) => Place
}

const SHELLS = new Set(['sh', 'bash', 'ash', 'dash', 'zsh', 'ksh'])
const DEEPEST = 3

/** Whether a program reads commands: a shell. */
export function isShell(program: string): boolean {
  return SHELLS.has(program)
}

/** What the RUN instructions of a Dockerfile run, in the order of the text. Taken apart once. O(characters). */
export function commandsOf(dockerfile: Resource): readonly Command[] {
  const known = taken.get(dockerfile)
  if (known !== undefined) return known
  const commands = stagesOf(dockerfile).flatMap(({ steps }) =>
    steps.filter(({ keyword }) => keyword === 'RUN').flatMap(commandsIn),
  )
  taken.set(dockerfile, commands)
  return commands
}

/** What an instruction runs: the words of a list, a text for the shell, the lines of a heredoc. */
export function commandsIn(step: Step): readonly Command[] {
  const words = wordsOf(step)
  if (step.get('form')?.value === 'exec') {
    const plain = words.map(({ text }, from) => ({ text, raw: `'${text}'`, from }))
    return commandsFor({ words: plain, after: ';' }, ({ from }) => step.at('words', from), step, 0)
  }
  const args = step.get('args')?.value
  const script = typeof args === 'string' ? args : ''
  const starts = wordStarts(script)
  const spot = ({ from }: ShellWord): Place => step.at('words', lastUpTo(starts, from))
  return [
    ...commandsInScript(withoutHeredocs(script), spot, step, 0),
    ...(readsHeredocs(script) ? commandsInHeredocs(step) : []),
  ]
}

const taken = new WeakMap<Resource, readonly Command[]>()

type SpotOf = (word: ShellWord) => Place

// As the reader splits them: at white space outside of quotes.
function wordStarts(text: string): readonly number[] {
  const starts: number[] = []
  let quote = ''
  let isInside = false
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? ''
    const isGap = quote === '' && /\s/.test(sign)
    if (!isGap && !isInside) starts.push(at)
    isInside = !isGap
    if (sign === quote) quote = ''
    else if (quote === '' && (sign === '"' || sign === "'")) quote = sign
    else if (sign === '\\' && quote !== "'") at++
  }
  return starts
}

// Where the last number of a rising list that is not above `limit` stands; scripts of programs have thousands of words.
function lastUpTo(numbers: readonly number[], limit: number): number {
  let low = 0
  let high = numbers.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((numbers[middle] ?? 0) <= limit) low = middle
    else high = middle - 1
  }
  return low
}

// The name of a heredoc is no word of a command.
function withoutHeredocs(script: string): string {
  return script.replaceAll(/<<-?["']?[A-Za-z_.][\w.-]*["']?/g, (mark) => ' '.repeat(mark.length))
}

// `RUN <<EOF` and `RUN bash -e <<EOF` run their text, `RUN cat <<EOF > file` and `RUN python3 <<EOF` do not.
function readsHeredocs(script: string): boolean {
  const program = /^\s*(?:(?:\/usr)?\/bin\/)?(\S*?)(?=\s|<<)/.exec(script)?.[1] ?? ''
  return /^\s*<</.test(script) || isShell(program)
}

function commandsInHeredocs(step: Step): readonly Command[] {
  return step.list('heredocs').flatMap((_, heredoc) => {
    const lines = step
      .list('heredocs', heredoc, 'lines')
      .map(({ value }) => (typeof value === 'string' ? value : ''))
    if (/^#!(?!.*\b(?:ba|da|a|z|k)?sh\b)/.test(lines[0] ?? '')) return []
    const starts: number[] = []
    let length = 0
    for (const line of lines) {
      starts.push(length)
      length += line.length + 1
    }
    const spot = ({ from }: ShellWord): Place =>
      step.at('heredocs', heredoc, 'lines', lastUpTo(starts, from))
    return commandsInScript(lines.join('\n'), spot, step, 0)
  })
}

function commandsInScript(
  script: string,
  spot: SpotOf,
  step: Step,
  depth: number,
): readonly Command[] {
  return plainCommands(script).flatMap((plain) => commandsFor(plain, spot, step, depth))
}

// What a shell is handed as a text, and what stands in a substitution inside of quotes, is a script again.
function commandsFor(
  plain: PlainCommand,
  spot: SpotOf,
  step: Step,
  depth: number,
): readonly Command[] {
  const command = commandOf(plain, spot, step)
  if (command === undefined || depth === DEEPEST) return command === undefined ? [] : [command]
  const scripts = plain.words.flatMap((word) => {
    const text = scriptIn(word, command)
    return text === undefined ? [] : [{ word, text }]
  })
  return [
    command,
    ...scripts.flatMap(({ word, text }) =>
      commandsInScript(text, () => spot(word), step, depth + 1),
    ),
  ]
}

function scriptIn(word: ShellWord, { program, args }: Command): string | undefined {
  const flag = args.findIndex((arg) => /^-[a-z]*c$/.test(arg))
  const isHanded = isShell(program) && flag !== -1 && args[flag + 1] === word.text
  if (isHanded) return word.text
  const start = word.raw.startsWith("'") ? -1 : word.raw.indexOf('$(')
  const end = word.raw.lastIndexOf(')')
  return start === -1 || end < start ? undefined : word.raw.slice(start + 2, end)
}

const RESERVED = new Set(['if', 'then', 'else', 'elif', 'do', 'while', 'until', '!', '{', '}'])
const WRAPPERS = new Set(['sudo', 'env', 'exec', 'time', 'nohup', 'eval', 'xargs', 'command'])
const ASSIGNMENT = /^[A-Za-z_]\w*=/

function commandOf({ words, after }: PlainCommand, spot: SpotOf, step: Step): Command | undefined {
  const via: string[] = []
  const assignments: string[] = []
  let at = 0
  for (; at < words.length; at++) {
    const { text, raw } = words[at] ?? { text: '', raw: '' }
    const name = programName(text)
    if (ASSIGNMENT.test(raw)) assignments.push(text)
    else if (WRAPPERS.has(name)) via.push(name)
    else if (!RESERVED.has(text) && !(via.length > 0 && text.startsWith('-'))) break
  }
  const first = words[at]
  if (first === undefined && assignments.length === 0 && via.length === 0) return undefined
  const rest = words.slice(at + 1)
  const fallback = first ?? words[0]
  const placeFor = (word: ShellWord | undefined): Place =>
    word === undefined ? step.place : spot(word)
  return {
    program: programName(first?.text ?? ''),
    args: rest.map(({ text }) => text),
    assignments,
    via,
    after,
    step,
    // Looked up when a rule asks: of nearly all commands, none does.
    get place() {
      return placeFor(fallback)
    },
    placeOf: (index) => placeFor(rest[index] ?? fallback),
  }
}

function programName(text: string): string {
  return text.slice(text.lastIndexOf('/') + 1)
}
