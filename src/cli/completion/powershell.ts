import type { CommandChoice } from './model.ts'

/** The completion script of PowerShell. Where it offers nothing, PowerShell offers files. */
export function powershellCompletion(commands: readonly CommandChoice[]): string {
  const flags = commands.map(({ name, flags }) =>
    entry(
      name,
      flags.map(({ long }) => long),
    ),
  )
  const operands = commands.map(({ name, operands }) => entry(name, operands.words))
  return `# PowerShell completion of portolan: portolan completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName portolan -ScriptBlock {
  param($word, $ast, $cursor)
  $commands = ${listOf(commands.map(({ name }) => name))}
  $flags = @{
${flags.join('\n')}
  }
  $values = @{
${commands.flatMap(valueEntries).join('\n')}
  }
  $operands = @{
${operands.join('\n')}
  }
  $typed = @($ast.CommandElements | ForEach-Object { $_.ToString() })
  $done = if ($word -eq '') { $typed } else { @($typed | Select-Object -SkipLast 1) }
  $offer = if ($done.Count -le 1) { $commands }
    elseif ($values.ContainsKey("$($done[1]) $($done[-1])")) { $values["$($done[1]) $($done[-1])"] }
    elseif ($word.StartsWith('-')) { $flags[$done[1]] }
    else { $operands[$done[1]] }
  $offer | Where-Object { $_ -like "$word*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`
}

function valueEntries({ name, flags }: CommandChoice): readonly string[] {
  return flags.flatMap(({ long, short, value }) => {
    if (value === undefined) return []
    const names = short === undefined ? [long] : [long, short]
    return names.map((flag) => entry(`${name} ${flag}`, value.words))
  })
}

function entry(key: string, words: readonly string[]): string {
  return `    '${key}' = ${listOf(words)}`
}

function listOf(words: readonly string[]): string {
  return `@(${words.map((word) => `'${word.replaceAll("'", "''")}'`).join(', ')})`
}
