import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { constantFrom, record } from 'fast-check'
import type { Finding } from '../verdict/finding.ts'
import type { EstateTerms } from './scan.ts'
import type { Selection } from './selection.ts'

/** Rules whose fixes do not touch the same lines, some of which need approval. */
export const RULES = ['host-pid', 'privilege-escalation', 'writable-root-filesystem'] as const
/** Days on which something ends, and the days beside them. */
export const DAYS = ['2026-11-01', '2026-11-24', '2026-11-25', '2027-01-31', '2027-02-01'] as const

/** A waiver, wherever it is written. */
export interface Draft {
  readonly rule: string
  readonly scope: Readonly<Record<string, string>>
  readonly expires: string
  readonly where: 'file' | 'comment' | 'annotation'
}

const SCOPE = record(
  {
    namespace: constantFrom('shop', 'mail', 's*'),
    name: constantFrom('cart', 'post', '*a*'),
    kind: constantFrom('Pod', 'Deployment'),
    container: constantFrom('web', 'log'),
    image: constantFrom('registry.example/web:*', 'registry.example/log:1'),
    path: constantFrom('a.yaml', 'b.yaml', 'c.yaml'),
    cluster: constantFrom('prod', 'p*', 'test'),
    part: constantFrom('spec.hostPID', 'spec.containers[1]', 'spec.containers[?].securityContext'),
  },
  { requiredKeys: ['namespace'] },
)

/** Any of them. */
export const DRAFT = record({
  rule: constantFrom(...RULES),
  scope: SCOPE,
  expires: constantFrom(...DAYS),
  where: constantFrom('file' as const, 'comment' as const, 'annotation' as const),
})

/** Those rules alone. */
export const SELECTION: Selection = {
  rules: RULES,
  skipRules: [],
  stops: [],
  namespaces: [],
  excludeNamespaces: [],
}

/** No waiver is heeded. */
export const OFF = { file: undefined, isOff: true }

/** Writes two pods and all drafts to `folder`: the estate on that day, of which some files are read. */
export function estateWith(
  folder: string,
  drafts: readonly Draft[],
  today: string,
  read: readonly string[],
): EstateTerms {
  const filed = drafts.filter(({ where }) => where === 'file')
  writeFileSync(join(folder, 'a.yaml'), manifest('cart', 'shop', drafts))
  writeFileSync(join(folder, 'b.yaml'), manifest('post', 'mail', drafts))
  const file = join(folder, 'lifted.yaml')
  writeFileSync(file, filed.map(entryText).join('') || '[]')
  return {
    targets: read.length === 0 ? [] : read.map((name) => `${name}.yaml`),
    workingFolder: folder,
    skipPaths: ['lifted.yaml'],
    readStdin: () => new Uint8Array(),
    kubernetes: undefined,
    provider: undefined,
    today,
    cluster: 'prod',
    waivers: { file, isOff: false },
  }
}

function entryText({ rule, scope, expires }: Draft, index: number): string {
  const names = JSON.stringify(scope)
  return `- { id: W-${index}, rule: ${rule}, match: ${names}, reason: "for this test alone", owner: a, approvedBy: b, expires: "${expires}" }\n`
}

// Comments and annotations speak of the whole object; only the first of a rule, as a key cannot stand twice.
function manifest(name: string, namespace: string, drafts: readonly Draft[]): string {
  const own = RULES.map((rule) => ({
    comment: firstOf(drafts, rule, 'comment', namespace),
    annotation: firstOf(drafts, rule, 'annotation', namespace),
  }))
  const comments = own.flatMap(({ comment }) =>
    comment === undefined
      ? []
      : [
          `# portolan: lift ${comment.rule} until=${comment.expires} owner=a approved-by=b -- for this test alone\n`,
        ],
  )
  const annotations = own.flatMap(({ annotation }) =>
    annotation === undefined
      ? []
      : [
          `    portolan/lift.${annotation.rule}: "until=${annotation.expires}; owner=a; approved-by=b; for this test alone"\n`,
        ],
  )
  return `${comments.join('')}apiVersion: v1
kind: Pod
metadata:
  name: ${name}
  namespace: ${namespace}
${annotations.length === 0 ? '' : `  annotations:\n${annotations.join('')}`}spec:
  hostPID: true
  containers:
    - name: web
      image: registry.example/web:1
    - name: log
      image: registry.example/log:1
`
}

function firstOf(
  drafts: readonly Draft[],
  rule: string,
  where: Draft['where'],
  namespace: string,
): Draft | undefined {
  return drafts.find(
    (draft) =>
      draft.rule === rule && draft.where === where && draft.scope['namespace'] === namespace,
  )
}

/** The ids that have to be waived, as the guide tells it: the most trusted source that speaks of a finding decides. */
export function expectedIds(
  findings: readonly Finding[],
  drafts: readonly Draft[],
  today: string,
): readonly string[] {
  const isLifted = (finding: Finding): boolean => {
    const own = drafts.filter(({ rule }) => rule === finding.rule.id)
    const sources = [
      own.filter((draft) => draft.where === 'file' && isNamed(finding, draft)),
      ...(['comment', 'annotation'] as const).map((where) =>
        [firstOf(own, finding.rule.id, where, finding.resource.namespace ?? '')].filter(
          (draft) => draft !== undefined,
        ),
      ),
    ]
    return (sources.find((list) => list.length > 0) ?? []).some(({ expires }) => today <= expires)
  }
  return findings
    .filter(isLifted)
    .map(({ id }) => id)
    .toSorted()
}

function isNamed({ resource, place }: Finding, { scope }: Draft): boolean {
  const at = place.path.indexOf('containers')
  const container = at === -1 ? undefined : ['web', 'log'][Number(place.path[at + 1])]
  const facts: Readonly<Record<string, string | undefined>> = {
    namespace: resource.namespace,
    name: resource.name,
    kind: resource.kind,
    container,
    image: container === undefined ? undefined : `registry.example/${container}:1`,
    path: place.document.source.file,
    cluster: 'prod',
  }
  return Object.entries(scope).every(([key, pattern]) => {
    if (key === 'part') return isOfPart(place.path, pattern)
    const fact = facts[key]
    return fact !== undefined && new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(fact)
  })
}

// Only two containers are there: what a pattern says of one is true of both, or names the second.
function isOfPart(path: Finding['place']['path'], pattern: string): boolean {
  if (pattern === 'spec.hostPID') return path[0] === 'spec' && path[1] === 'hostPID'
  if (path[1] !== 'containers') return false
  return pattern === 'spec.containers[1]' ? path[2] === 1 : path[3] === 'securityContext'
}
