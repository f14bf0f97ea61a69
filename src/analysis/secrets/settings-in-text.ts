/** A setting of a configuration file: one line of it, in whatever language. */
export interface Setting {
  readonly name: string
  readonly value: string
  readonly isQuoted: boolean
}

// Settings that matter stand within the first lines of any file a person wrote; the rest costs time only.
const MOST_LINES = 20_000
const LONGEST_LINE = 2_000

const PAIR =
  /^[\s{,-]*(?:export\s+|set\s+|ENV\s+|--)?["']?([A-Za-z_][\w .:/-]{0,100}?)["']?\s{0,20}(?::=|=>|=|:(?=\s|["']))\s{0,20}(\S.*)$/
const DIRECTIVE =
  /^\s*(requirepass|masterauth|password|passwd|secret|auth-pass|api-key|apikey|token)\s{1,20}(\S+)\s*;?$/i
// SQL: CREATE ROLE … PASSWORD '…', CREATE USER … IDENTIFIED BY '…'.
const STATEMENT = /\b(password|identified\s{1,5}by)\s{1,5}(['"][^'"]{1,300}['"])/i
const DEFINITION = /\bdefine\(\s{0,5}['"](\w{1,80})['"]\s{0,5},\s{0,5}(['"].{1,300})$/
const ELEMENT = /<([A-Za-z][\w.:-]{0,60})>([^<>]{1,500})<\/[A-Za-z]/g
const ATTRIBUTE = /([A-Za-z][\w.:-]{0,60})="([^"<>]{1,500})"/g

/**
 * The settings of a text, line by line: properties, ini, YAML, JSON, shell, dotenv, elements and attributes of XML.
 * Comments are left out. A pair of `name:` and `value:` lines, as Kubernetes writes lists, is one setting.
 */
export function* settingsIn(text: string): Generator<Setting> {
  let named: string | undefined
  for (const line of linesOf(text)) {
    if (/^\s*(?:#|\/\/|;|--\s|\*|REM\s)/.test(line)) continue
    if (line.includes('<') || line.includes('="')) yield* settingsInMarkup(line)
    const setting = settingOf(line)
    if (setting === undefined) continue
    if (setting.name === 'value' && named !== undefined) yield { ...setting, name: named }
    else yield setting
    named = setting.name === 'name' || setting.name === 'key' ? setting.value : undefined
  }
}

/** A value without the quotes, the comma and the comment that may stand around it. */
export function unquoted(value: string): string {
  const text = value.trim().replace(/[,;]$/, '').trimEnd()
  const quote = text[0]
  if (quote !== '"' && quote !== "'" && quote !== '`')
    return text.replace(/\s[#;].*$/, '').trimEnd()
  const end = text.indexOf(quote, 1)
  return end === -1 ? text : text.slice(1, end)
}

function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r?\n/, MOST_LINES)
  return lines.map((line) => line.slice(0, LONGEST_LINE))
}

function settingOf(line: string): Setting | undefined {
  const match =
    PAIR.exec(line) ?? DIRECTIVE.exec(line) ?? DEFINITION.exec(line) ?? STATEMENT.exec(line)
  if (match === null) return undefined
  const [, name = '', written = ''] = match
  const isNamed = !/\sby$/i.test(name)
  return {
    name: isNamed ? name.trim() : 'password',
    value: unquoted(written),
    isQuoted: /^["'`]/.test(written),
  }
}

function* settingsInMarkup(line: string): Generator<Setting> {
  for (const [, name = '', value = ''] of line.matchAll(ELEMENT))
    yield { name, value, isQuoted: true }
  let named: string | undefined
  for (const [, name = '', value = ''] of line.matchAll(ATTRIBUTE)) {
    yield { name: name === 'value' ? (named ?? name) : name, value, isQuoted: true }
    if (name === 'key' || name === 'name') named = value
  }
}
