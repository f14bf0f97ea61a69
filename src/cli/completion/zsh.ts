import type { Choice, CommandChoice, FlagChoice } from './model.ts'

/** The completion script of zsh, as a file in fpath or as text to source. */
export function zshCompletion(commands: readonly CommandChoice[]): string {
  const names = commands.map(({ name, tells }) => `    ${quote(`${name}:${plain(tells)}`)}`)
  return `#compdef portolan
_portolan() {
  local -a commands=(
${names.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${commands.map(commandCase).join('\n')}
  esac
}
if [ "$funcstack[1]" = _portolan ]; then
  _portolan "$@"
else
  compdef _portolan portolan
fi
`
}

function commandCase({ name, flags, operands }: CommandChoice): string {
  const specs = [...flags.map(flagSpec), ...operandSpecs(operands)]
  return `    ${name})\n      _arguments -s ${specs.join(' \\\n        ')} ;;`
}

// Names between braces make one specification of each; a flag that excludes its own other name may be given once.
function flagSpec({ long, short, tells, many, value }: FlagChoice): string {
  const told = quote(`[${plain(tells)}]${value === undefined ? '' : `:value:${actionOf(value)}`}`)
  if (short === undefined) return `${quote(many ? `*${long}` : long)}${told}`
  const guard = many ? '*' : `(${short} ${long})`
  return `${quote(guard)}{${short},${long}}${told}`
}

function operandSpecs(operands: Choice): readonly string[] {
  if (operands.words.length === 0 && !operands.isPath) return []
  return [quote(`*:operand:${actionOf(operands)}`)]
}

function actionOf({ words, isPath }: Choice): string {
  const list = `(${words.join(' ')})`
  if (!isPath) return words.length === 0 ? ' ' : list
  // The space keeps zsh from handing options on that only single actions take.
  return words.length === 0 ? '_files' : ` _alternative 'word:word:${list}' 'file:file:_files'`
}

function plain(text: string): string {
  return text.replaceAll(/[[\]:\\]/g, (char) => `\\${char}`)
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
