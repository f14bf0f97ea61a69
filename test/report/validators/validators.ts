import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parseCsv } from './csv.ts'
import { parseExposition } from './exposition.ts'
import { judgeHtml } from './html.ts'
import { parseCommands } from './workflow-commands.ts'
import { malformed } from './xml.ts'

/** What is wrong with a report; nothing when all is well. Those that parse may throw at the first offence instead. */
export type Validate = (text: string) => readonly unknown[]

/** A validator for each format. SARIF has one of its own besides, which takes many logs at once. */
export const VALIDATORS: ReadonlyMap<string, Validate> = new Map([
  ['text', (text) => (text.endsWith('\n') ? [] : ['The last line is not ended.'])],
  ['json', bySchema(new URL('../../../docs/api/report.schema.json', import.meta.url))],
  ['sarif', bySchema(schemaOf('sarif'))],
  ['junit', malformed],
  ['markdown', judgeMarkdown],
  ['github', judgeCommands],
  ['gitlab-codequality', bySchema(schemaOf('gitlab-codequality'))],
  ['gitlab-sast', bySchema(schemaOf('gitlab-sast'))],
  ['csv', judgeCsv],
  ['openreports', bySchema(schemaOf('openreports'))],
  ['policyreport', bySchema(schemaOf('policyreport'))],
  ['prometheus', (text) => (parseExposition(text).length > 40 ? [] : ['Metrics are missing.'])],
  ['html', judgeHtml],
])

function schemaOf(name: string): URL {
  return new URL(`../schemas/${name}.schema.json`, import.meta.url)
}

function bySchema(schema: URL): Validate {
  const validate = new Ajv2020({ allowUnionTypes: true }).compile(
    JSON.parse(readFileSync(schema, 'utf8')),
  )
  return (text) => {
    validate(JSON.parse(text))
    return validate.errors ?? []
  }
}

// A comment on GitHub holds 65,536 characters; a table whose rows differ in cells falls apart.
const MOST_BYTES = 64_000
const OWN_TAGS = /<(?!\/?(?:details|summary|code)>|!-- portolan:pr -->)/

function judgeMarkdown(text: string): readonly unknown[] {
  const plain = text.replaceAll(/`[^`\n]*`/g, '')
  const counts = plain
    .split('\n')
    .map((line) => (line.startsWith('| ') ? line.split('|').length : 0))
  const torn = counts.filter((count, index) => {
    const before = counts[index - 1] ?? 0
    return count > 0 && before > 0 && count !== before
  })
  const opened = plain.match(/<details>/g)?.length
  const closed = plain.match(/<\/details>/g)?.length
  return [
    ...torn,
    ...(Buffer.byteLength(text) < MOST_BYTES ? [] : ['too long']),
    ...(opened === closed ? [] : ['details that are not closed']),
    ...(OWN_TAGS.exec(plain) ?? []),
  ]
}

const KINDS = ['error', 'warning', 'notice']
const PROPERTIES = ['file', 'line', 'col', 'endColumn', 'title']
const MOST_OF_A_KIND = 10

function judgeCommands(text: string): readonly unknown[] {
  const commands = parseCommands(text)
  const foreign = commands.filter(
    ({ kind, properties }) =>
      !KINDS.includes(kind) || [...properties.keys()].some((name) => !PROPERTIES.includes(name)),
  )
  const excess = KINDS.filter(
    (word) => commands.filter(({ kind }) => kind === word).length > MOST_OF_A_KIND,
  )
  // One line of our own words is all that is no command.
  const lines = text.trimEnd().split('\n')
  const isOurs = lines.length === commands.length + 1 && text.startsWith('Portolan ')
  return [...foreign, ...excess, ...(isOurs ? [] : lines)]
}

const COLUMNS = 18

function judgeCsv(text: string): readonly unknown[] {
  const rows = parseCsv(text)
  return [
    ...rows.filter((row) => row.length !== COLUMNS),
    ...rows.flat().filter((cell) => /^\s*[=+\-@＝＋－＠]/u.test(cell)),
  ]
}
