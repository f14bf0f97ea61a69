import type { CommandChoice } from './model.ts'

/** The completion script of bash. Where it offers nothing, bash offers files. */
export function bashCompletion(commands: readonly CommandChoice[]): string {
  return `# bash completion of portolan: source <(portolan completion bash)
_portolan() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} offer=
  if [ "$COMP_CWORD" -eq 1 ]; then
    offer='${commands.map(({ name }) => name).join(' ')}'
  else
    case "\${COMP_WORDS[1]} $before" in
${commands.flatMap(valueCases).join('\n')}
      *)
        case "\${COMP_WORDS[1]} $word" in
${commands.flatMap(wordCases).join('\n')}
        esac ;;
    esac
  fi
  COMPREPLY=($(compgen -W "$offer" -- "$word"))
}
complete -o default -F _portolan portolan
`
}

function valueCases({ name, flags }: CommandChoice): readonly string[] {
  return flags.flatMap(({ long, short, value }) => {
    if (value === undefined) return []
    const names = short === undefined ? [long] : [long, short]
    const pattern = names.map((flag) => `'${name} ${flag}'`).join('|')
    return [`      ${pattern}) offer='${value.words.join(' ')}' ;;`]
  })
}

function wordCases({ name, flags, operands }: CommandChoice): readonly string[] {
  const words =
    operands.words.length === 0
      ? []
      : [`          '${name} '*) offer='${operands.words.join(' ')}' ;;`]
  return [`          '${name} -'*) offer='${flags.map(({ long }) => long).join(' ')}' ;;`, ...words]
}
