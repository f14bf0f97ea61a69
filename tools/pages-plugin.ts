import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { completeExample, completeGuide, pinBases } from './complete-example.ts'
import { completeTerraform } from './complete-terraform.ts'
import { LEFT_OPEN } from './left-open.data.ts'

/** What a rule's folder tells beyond its logic: its page, and the example that shows what to apply. */
export interface PageText {
  readonly id: string
  readonly page: string
  readonly apply: string
}

/** What a topic's guide tells, as it is written. */
interface GuideText {
  readonly id: string
  readonly text: string
}

// Tools run at the root of the repository, as npm runs its scripts.
const RULES = join('src', 'rules')

/** Reads the pages of all rules, in the order of their folders. */
export function readPages(): readonly PageText[] {
  return readdirSync(RULES)
    .map((stop) => join(RULES, stop))
    .filter((folder) => statSync(folder).isDirectory())
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((id) => existsSync(join(folder, id, 'page.md')))
        .map((id) => ({
          id,
          page: readFileSync(join(folder, id, 'page.md'), 'utf8'),
          apply: readApply(join(folder, id)),
        })),
    )
}

/** Reads the guides of all topics, in the order of their folders. */
function readGuides(): readonly GuideText[] {
  return readdirSync(RULES)
    .map((stop) => join(RULES, stop, 'guide'))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((file) => file.endsWith('.md'))
        .map((file) => ({
          id: file.slice(0, -'.md'.length),
          text: completeGuide(readFileSync(join(folder, file), 'utf8')),
        })),
    )
}

// What src/rules/pages.ts and src/rules/guides.ts import; their texts are made from the folders of rules and topics.
const MODULES: ReadonlyMap<string, () => readonly (PageText | GuideText)[]> = new Map<
  string,
  () => readonly (PageText | GuideText)[]
>([
  ['portolan:pages', readPages],
  ['portolan:guides', readGuides],
])

/** The names of the modules that are made here. */
export const PAGES_MODULES = /^portolan:(pages|guides)$/

/** The text of a module: its pages as JSON, so that V8 parses them at the speed of JSON when they are asked for. */
export function pagesModule(name: string): string | undefined {
  const read = MODULES.get(name)
  if (read === undefined) return undefined
  return `export default JSON.parse(${JSON.stringify(JSON.stringify(read()))})`
}

/** Gives vitest the same modules as the bundle has. */
export function pagesPlugin(): {
  readonly name: string
  readonly resolveId: (id: string) => string | undefined
  readonly load: (id: string) => string | undefined
} {
  return {
    name: 'portolan-pages',
    resolveId: (id) => (PAGES_MODULES.test(id) ? `\0${id}` : undefined),
    load: (id) => (id.startsWith('\0portolan:') ? pagesModule(id.slice(1)) : undefined),
  }
}

// Terraform is shown as the rule's good example has it, where nobody wrote another one.
const EXAMPLES = [
  { name: 'apply.yaml', language: 'yaml' },
  { name: 'apply.dockerfile', language: 'dockerfile' },
  { name: 'apply.sh', language: 'sh' },
  { name: 'apply.txt', language: 'text' },
  { name: 'apply.tf', language: 'hcl' },
  { name: 'good.tf', language: 'hcl' },
  { name: 'good/main.tf', language: 'hcl' },
] as const

// The example is read by people who apply it: what their rule does not ask for is completed.
function readApply(folder: string): string {
  const [example] = EXAMPLES.filter(({ name }) => existsSync(join(folder, name)))
  if (example === undefined) return ''
  const text = readFileSync(join(folder, example.name), 'utf8').replaceAll(/ *# flagged$/gm, '')
  const shown = completed(text, example.language).trimEnd()
  return [`\`\`\`${example.language}\n${shown}\n\`\`\``, ...leftOpen(basename(folder))].join('\n\n')
}

function completed(text: string, language: string): string {
  if (language === 'yaml') return completeExample(text)
  if (language === 'hcl') return completeTerraform(text)
  return language === 'dockerfile' ? pinBases(text) : text
}

function leftOpen(id: string): readonly string[] {
  const left = LEFT_OPEN.get(id)
  if (left === undefined) return []
  const rules = left.rules.map((rule) => `\`${rule.replace('?', '')}\``)
  return [`Not closed by it: ${rules.join(', ')}. ${left.why}`]
}
