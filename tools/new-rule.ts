import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { STOPS } from '../src/model/itinerary.ts'
import { HEADINGS } from '../src/rules/page.ts'

// `npm run new:rule workloads root-container` makes the rule's folder and its line in the catalogue.

const CATALOGUE = 'src/rules/catalogue.ts'
const [stop = '', id = ''] = process.argv.slice(2)
const folder = join('src/rules', stop, id)

if (!/^[a-z]+(-[a-z]+)*$/.test(stop) || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
  refuse(
    'Usage: npm run new:rule STOP ID, both in kebab-case: npm run new:rule workloads root-container',
  )
} else if (!existsSync(join('src/rules', stop, 'topics.ts'))) {
  refuse(`There is no stop "${stop}": src/rules/${stop}/topics.ts does not exist.`)
} else if (existsSync(folder)) {
  refuse(`${folder} exists already.`)
} else {
  writeFolder()
  writeCatalogue()
  console.log(`Made ${folder}. Now write its examples; npm test tells what is missing.`)
}

function refuse(message: string): void {
  console.error(message)
  process.exitCode = 2
}

function writeFolder(): void {
  mkdirSync(folder)
  writeFileSync(join(folder, 'rule.ts'), ruleText())
  const pod = [
    'apiVersion: v1',
    'kind: Pod',
    'metadata:',
    '  name: example',
    'spec:',
    '  containers:',
  ]
  writeFileSync(join(folder, 'bad.yaml'), [...pod, '    - name: web # flagged', ''].join('\n'))
  writeFileSync(join(folder, 'good.yaml'), [...pod, '    - name: web', ''].join('\n'))
  // What readers copy is no test case: it begins as the good one and gets names of its own.
  writeFileSync(join(folder, 'apply.yaml'), [...pod, '    - name: web', ''].join('\n'))
  writeFileSync(join(folder, 'page.md'), pageText())
}

function ruleText(): string {
  return `import { defineRule } from '../../rule.ts'

export const ${camelCase(id)} = defineRule({
  id: '${id}',
  title: '',
  topic: '',
  severity: 'medium',
  references: [],

  subject: 'container',
  check(container) {
    return [{ place: container.place, message: '', sure: true }]
  },
})
`
}

function pageText(): string {
  const sections = HEADINGS.map((heading) =>
    heading === 'Why it matters'
      ? `## ${heading}\n\nTo be told.\n\nFor the boss: to be told.\n\nFor the user: to be told.\n`
      : `## ${heading}\n\nTo be told.\n`,
  )
  return ['# What is wrong, in a few words\n', ...sections].join('\n')
}

// The list is made of the folders, so that it cannot miss one; the itinerary and the ids give its order.
function writeCatalogue(): void {
  const text = readFileSync(CATALOGUE, 'utf8')
  const rules = STOPS.flatMap((name) => ruleIds(name).map((rule) => ({ stop: name, id: rule })))
  const imports = rules.map((rule) => {
    return `import { ${camelCase(rule.id)} } from './${rule.stop}/${rule.id}/rule.ts'`
  })
  const list = rules.map((rule) => `  ${camelCase(rule.id)},`).join('\n')
  const rest = text
    .slice(text.indexOf('\n/**'))
    .replace(/(CATALOGUE: readonly Rule\[\] = \[)[^\]]*\]/, `$1\n${list}\n]`)
  writeFileSync(CATALOGUE, `import type { Rule } from './rule.ts'\n${imports.join('\n')}\n${rest}`)
}

function ruleIds(name: string): readonly string[] {
  const room = join('src/rules', name)
  if (!existsSync(room)) return []
  return readdirSync(room)
    .filter((entry) => existsSync(join(room, entry, 'rule.ts')))
    .toSorted()
}

function camelCase(text: string): string {
  return text.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}
