import type { Fault } from '../../src/base/fault.ts'
import { readYaml } from '../../src/intake/yaml/read-yaml.ts'
import type { Coverage } from '../../src/model/coverage.ts'
import { removePlace, setField } from '../../src/model/edit.ts'
import { resourceOf } from '../../src/model/resource.ts'
import type { RulePage } from '../../src/model/rule-page.ts'
import { createScene } from '../../src/model/scene.ts'
import type { ReportFormat, Run, Style } from '../../src/report/report.ts'
import { defineRule, type Rule } from '../../src/rules/rule.ts'
import { topicOf } from '../../src/rules/topics.ts'
import { focusOf } from '../../src/verdict/focus.ts'
import { countOpen } from '../../src/verdict/stops.ts'
import { judgeSurvey, type Verdict } from '../../src/verdict/verdict.ts'

/** What the tests of the report formats judge: small texts through the real reader, model and verdict. */
export interface Example {
  readonly texts: Readonly<Record<string, string>>
  readonly rules?: readonly Rule[]
  readonly faults?: readonly Fault[]
  readonly coverage?: readonly Coverage[]
}

/** Judges the texts, file by file. */
export function verdictOf({ texts, rules = RULES, faults = [], coverage = [] }: Example): Verdict {
  const resources = Object.entries(texts).flatMap(([file, text]) =>
    readYaml({ file, text }).documents.map(resourceOf),
  )
  const surroundings = {
    kubernetes: { major: 1, minor: 36 },
    offering: 'none',
    today: '2026-11-24',
  } as const
  return judgeSurvey({ scene: createScene(resources, surroundings), coverage, faults }, rules)
}

/** A run as the command line makes it without flags. */
export function runOf(changes: Partial<Run> = {}): Run {
  return {
    tool: 'Portolan 0.1.0',
    version: '0.1.0',
    targets: ['deploy'],
    selection: [],
    persona: undefined,
    gate: { failOn: 'high', newOnly: false, failed: 3 },
    comparison: undefined,
    ownerOf: () => undefined,
    profile: 'restricted',
    offStops: new Map(),
    exitCode: 1,
    durationMs: 42,
    shown: () => true,
    verbose: false,
    pages: undefined,
    offeringEvidence: [],
    topicOf,
    ...changes,
  }
}

/** A wide screen without colours. */
export const PLAIN: Style = { color: false, ascii: false, width: 120, links: false }

/** All that a format writes. */
export function written(
  format: ReportFormat,
  verdict: Parameters<ReportFormat['write']>[0],
  run: Run = runOf(),
  style: Style = PLAIN,
): string {
  const chunks: string[] = []
  format.write(verdict, run, style, (chunk) => chunks.push(chunk))
  return chunks.join('')
}

const privileged = defineRule({
  id: 'privileged-example',
  title: 'Run no privileged containers',
  topic: 'host-access',
  severity: 'critical',
  references: [
    { title: 'Pod Security Standards', url: 'https://kubernetes.io/docs/concepts/security/' },
  ],
  subject: 'container',
  check(container) {
    const field = container.get('securityContext', 'privileged')
    if (field === undefined || field.value === false) return []
    const message = `Container "${container.name}" is privileged.`
    return [{ place: field.place, message, sure: field.resolved }]
  },
  fix: { risk: 'mayBreak', edit: (_, { place }) => [removePlace(place)] },
})

const rootExample = defineRule({
  id: 'root-example',
  title: 'Run containers as a user other than root',
  topic: 'root-and-capabilities',
  severity: 'high',
  references: [
    {
      title: 'CIS Kubernetes Benchmark 1.12, 5.2.7',
      url: 'https://www.cisecurity.org/benchmark/kubernetes',
    },
  ],
  subject: 'container',
  check(container) {
    const path = ['securityContext', 'runAsNonRoot'] as const
    if (container.get(...path)?.value === true) return []
    const message = `Container "${container.name}" may run as root: nothing forbids it.`
    return [{ place: container.at(...path), message, sure: true }]
  },
  fix: {
    risk: 'none',
    edit: (container) => [setField(container, ['securityContext', 'runAsNonRoot'], true)],
  },
})

const limitExample = defineRule({
  id: 'limit-example',
  title: 'Limit the memory of every container',
  topic: 'resources',
  severity: 'medium',
  references: [],
  subject: 'container',
  check(container) {
    if (container.get('resources', 'limits', 'memory') !== undefined) return []
    const message = `Container "${container.name}" may take all memory of its node.`
    return [{ place: container.at('resources', 'limits', 'memory'), message, sure: true }]
  },
})

const namespaceExample = defineRule({
  id: 'namespace-example',
  title: 'Give every namespace a level',
  topic: 'namespaces',
  severity: 'low',
  references: [],
  subject: ['Namespace'],
  check(namespace) {
    if (namespace.labels['pod-security.kubernetes.io/enforce'] !== undefined) return []
    const message = `Namespace "${namespace.name}" admits any pod.`
    return [{ place: namespace.at('metadata', 'labels'), message, sure: true }]
  },
})

/** One rule of each severity, three topics with different owners and readers. */
export const RULES: readonly Rule[] = [privileged, rootExample, limitExample, namespaceExample]

/** Pages of the rules, but for the last one: a page may be missing. */
export const PAGES: ReadonlyMap<string, RulePage> = new Map(
  RULES.slice(0, 3).map(({ id, title }) => [
    id,
    {
      title,
      what: `What ${id} is.\n\nMore of it.`,
      why: `Why ${id} matters.`,
      boss: `To the boss, ${id} is money.`,
      user: `To the user, ${id} is privacy.`,
      attack: `How ${id} is used.`,
      restricts: `What ${id} restricts.`,
      lift: `How ${id} is lifted.`,
      apply: '```yaml\nkind: Pod # applied\n```',
    },
  ]),
)

/** Three files: one with faults of every severity, one with a placeholder, one without any fault. */
export const SHOP: Readonly<Record<string, string>> = {
  'deploy/cart.yaml': `apiVersion: v1
kind: Namespace
metadata:
  name: shop
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: cart
  namespace: shop
spec:
  template:
    spec:
      containers:
        - name: cart
          image: registry.example/cart:1.0.0
          securityContext:
            privileged: true
        - name: log
          image: registry.example/log:1.0.0
          resources: { limits: { memory: 64Mi } }
`,
  'deploy/guess.yaml': `apiVersion: v1
kind: Pod
metadata:
  name: guess
  namespace: shop
spec:
  containers:
    - name: guess
      image: registry.example/guess:1.0.0
      securityContext: { privileged: "\${PRIVILEGED}", runAsNonRoot: true }
      resources: { limits: { memory: 64Mi } }
`,
  'deploy/good.yaml': `apiVersion: v1
kind: Pod
metadata:
  name: good
  namespace: shop
spec:
  containers:
    - name: good
      image: registry.example/good:1.0.0
      securityContext: { runAsNonRoot: true }
      resources: { limits: { memory: 64Mi } }
`,
}

/** A file that could not be read, with the coverage that counts it. */
export const UNREAD: Pick<Example, 'faults' | 'coverage'> = {
  faults: [
    {
      code: 'INTAKE_YAML',
      at: 'deploy/broken.yaml:12:7',
      message: 'A tab stands where YAML wants spaces.',
      remedy: 'Replace it with spaces.',
    },
  ],
  coverage: [
    { what: 'files', asked: 4, examined: 3, reasons: [{ why: 'not valid YAML', count: 1 }] },
  ],
}

// Names that try to move the cursor, break lines, reorder text, open tags, links, tables and entities, or mention people.
const EVIL_NAME = [
  'a\u001B[2Jb',
  'line\nbreak',
  'carriage\rreturn',
  'bell\u0007',
  'csi\u009B31m',
  'rtl\u202Egnp.exe',
  'zero\u200Bwidth',
  'tag\u{E0041}',
  'half\uD800',
  'none\uFFFE',
  'para\u2029graph',
  '<script>alert(1)</script>',
  ']]>',
  '--> <!-- x',
  '"quoted" \'single\' & &amp;',
  '| pipe | `tick` **bold** _it_ ~~no~~',
  '[click](https://evil.example) @everyone #1 $x$ www.evil.example',
  '{0} {{x}}',
  '</details>',
].join(' ')

/** JSON in ASCII: YAML forbids most hostile characters as they are, but takes them as escapes. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /[^ -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** An estate whose names and paths attack whoever reads the report. */
export const EVIL: Example = {
  texts: {
    [`evil/${EVIL_NAME.replaceAll('/', '')}.yaml`]: asciiJson({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: EVIL_NAME, namespace: EVIL_NAME },
      spec: { containers: [{ name: EVIL_NAME, securityContext: { privileged: true } }] },
    }),
  },
  faults: [
    {
      code: 'INTAKE_YAML',
      at: `${EVIL_NAME}:3:4`,
      message: `A key is given twice: ${EVIL_NAME}`,
      remedy: `Remove ${EVIL_NAME}.`,
    },
  ],
  coverage: [{ what: 'files', asked: 2, examined: 1, reasons: [{ why: EVIL_NAME, count: 1 }] }],
}

/** The verdict with the findings of one rule lifted, as a waiver will do it. All rules here are of one stop. */
export function withWaived(verdict: Verdict, ruleId: string): Verdict {
  const findings = verdict.findings.map((finding) =>
    finding.rule.id === ruleId ? { ...finding, state: 'waived' as const } : finding,
  )
  const waived = findings.filter(({ state }) => state === 'waived').length
  const counts = countOpen(findings)
  const stops = verdict.stops.map((stop) =>
    stop.stop === 'workloads' ? { ...stop, counts, waived } : stop,
  )
  return { ...verdict, findings, stops, focus: focusOf(findings) }
}
