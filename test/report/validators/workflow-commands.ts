/** A workflow command as the runner reads it. */
export interface WorkflowCommand {
  readonly kind: string
  readonly properties: ReadonlyMap<string, string>
  readonly message: string
}

/** Reads what the runner would: lines that begin with `::` are commands, the rest is log. */
export function parseCommands(text: string): readonly WorkflowCommand[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trimStart().startsWith('::'))
    .map(parseCommand)
}

function parseCommand(line: string): WorkflowCommand {
  const [, kind, properties = '', message = ''] = /^::(\w+)(?: (.*?))?::(.*)$/.exec(line) ?? []
  if (kind === undefined) throw new Error(`No workflow command: ${line}`)
  const pairs = properties.split(',').map((pair) => {
    const [, key, value = ''] = /^(\w+)=(.*)$/.exec(pair) ?? []
    if (key === undefined) throw new Error(`No property: ${pair}`)
    return [key, unescape(value)] as const
  })
  return { kind, properties: new Map(pairs), message: unescape(message) }
}

const SIGNS: Readonly<Record<string, string>> = {
  '%0D': '\r',
  '%0A': '\n',
  '%3A': ':',
  '%2C': ',',
  '%25': '%',
}

function unescape(text: string): string {
  return text.replaceAll(/%[\dA-F]{2}/g, (escape) => {
    const sign = SIGNS[escape]
    if (sign === undefined) throw new Error(`The runner does not know ${escape}.`)
    return sign
  })
}
