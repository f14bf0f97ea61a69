import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { applyEdits } from '../fix/apply.ts'
import { readEstate, type Estate } from '../intake/read-estate.ts'
import { readYaml } from '../intake/yaml/read-yaml.ts'
import { FRAMEWORK_IDS, type Controls } from '../model/framework.ts'
import { findControl } from '../model/frameworks.ts'
import { STOPS } from '../model/itinerary.ts'
import { spotOf } from '../model/place.ts'
import { NEWEST_KUBERNETES } from '../model/version.ts'
import { CATALOGUE } from './catalogue.ts'
import { EXAMPLE_ADVISORIES } from './code/advisories.testing.ts'
import { judge, type Charge } from './judge.ts'
import { parsePage } from './page.ts'
import type { Rule } from './rule.ts'
import { controlsOf, stopOf, TOPICS } from './topics.ts'

const ROOM = import.meta.dirname

describe('the catalogue', () => {
  it('lists the rules that have a folder, in the order of the itinerary and of their ids', () => {
    const folders = STOPS.flatMap((stop) =>
      ruleFolders(join(ROOM, stop)).map((id) => `${stop}/${id}`),
    )
    expect(CATALOGUE.map((rule) => `${stopOf(rule)}/${rule.id}`)).toEqual(folders)
  })

  it('uses each id once, former ids included', () => {
    const ids = CATALOGUE.flatMap((rule) => [rule.id, ...(rule.formerly ?? [])])
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('refers to hosts that are known, and to no page of a framework: that is a control', () => {
    const pages = CATALOGUE.flatMap((rule) =>
      rule.references.map(({ url }) => `${rule.id}: ${url}`),
    )
    expect(pages.filter((page) => !KNOWN_HOSTS.includes(hostOf(page)))).toEqual([])
    expect(pages.filter((page) => FRAMEWORK_PAGES.test(page))).toEqual([])
  })

  it('has topics that answer to controls there are', () => {
    const unknown = [...TOPICS].flatMap(([id, { controls = {} }]) =>
      unknownControls(controls).map((control) => `${id}: ${control}`),
    )
    expect(unknown).toEqual([])
  })
})

describe.each(CATALOGUE.map((rule) => ({ id: rule.id, rule })))('$id', ({ rule }) => {
  const folder = join(ROOM, stopOf(rule), rule.id)

  it('has its facts in order', () => {
    expect(rule.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    expect(rule.title).toMatch(/^[A-Z].{10,80}[^.]$/)
    expect(TOPICS.has(rule.topic)).toBe(true)
    expect(rule.references.length).toBeGreaterThan(0)
    for (const { title, url } of rule.references) {
      expect(title).toMatch(/^\S.{5,120}$/)
      expect(url).toMatch(/^https:\/\/[a-z0-9.-]+\/\S*$/)
    }
    expect(readFileSync(join(folder, 'rule.ts'), 'utf8').split('\n').length).toBeLessThan(101)
  })

  it('answers to controls there are, and tells only those that its topic does not', () => {
    expect(unknownControls(rule.controls ?? {})).toEqual([])
    const shared = TOPICS.get(rule.topic)?.controls ?? {}
    const repeated = controlNames(rule.controls ?? {}).filter((name) =>
      controlNames(shared).includes(name),
    )
    expect(repeated).toEqual([])
    const controls = controlNames(controlsOf(rule))
    expect(rule.references.length + controls.length).toBeGreaterThan(1)
  })

  it('complains about the flagged lines of its bad example and no others', () => {
    const { estate, charges } = judgeExample(folder, 'bad', rule)
    // What a module that was not fetched makes is what some rules cannot tell.
    expect(estate.faults.filter(({ code }) => code !== 'INTAKE_MODULE')).toEqual([])
    const flagged = [
      ...estate.sources.flatMap(({ file, text }) => flaggedLines(file, text)),
      ...listedLines(folder),
    ]
    expect(flagged.length).toBeGreaterThan(0)
    const complained = charges.map((charge) => {
      const { file, line } = spotOf(charge.complaint.place)
      return `${file}:${line}`
    })
    expect(complained.toSorted()).toEqual(flagged.toSorted())
  })

  it('says in each message what is wrong, as a sentence', () => {
    const { charges } = judgeExample(folder, 'bad', rule)
    for (const { complaint } of charges) expect(complaint.message).toMatch(/^["A-Z].{10,240}\.$/)
  })

  it('is silent about its good example', () => {
    const { estate, charges } = judgeExample(folder, 'good', rule)
    expect(estate.faults).toEqual([])
    expect(charges.map(({ complaint }) => complaint.message)).toEqual([])
  })

  it('has a page with all its parts', () => {
    const page = readFileSync(join(folder, 'page.md'), 'utf8')
    expect(parsePage(page, 'kind: Pod')).toBeDefined()
    for (const line of page.split('\n')) expect(line.length).toBeLessThan(121)
  })
})

// The stops whose files are full of variables: there "cannot tell" is as frequent as the other two answers.
const ANSWERING_STOPS: readonly string[] = ['cloud', 'cluster']

const LITERAL = 'a value that is not written is no leak'
const READ_LIVE = 'what a running cluster reports of itself holds no placeholders'

// Why a rule has nothing that it cannot tell.
const NEVER_IN_DOUBT: Readonly<Record<string, string>> = {
  'cert-expiry': 'a certificate is there and says its day, or is not there',
  'cert-super-admin': 'the path of a file is written, or the file is not used',
  'enc-invalid': 'what a placeholder hides the API server itself reads before it starts',
  'enc-key-exposed': LITERAL,
  'enc-secrets-uncovered': 'what a placeholder hides is told once, by enc-identity-first',
  'node-age': READ_LIVE,
  'node-external-ip': READ_LIVE,
  'node-kernel-old': READ_LIVE,
  'node-label-trust': 'the keys of labels are names, and no values',
  'node-os-eol': READ_LIVE,
  'node-runtime-eol': READ_LIVE,
  'node-tenant-mix': READ_LIVE,
  'node-unmanaged': READ_LIVE,
  'tf-db-password': LITERAL,
  'tf-k8s-secret-literal': LITERAL,
  'tf-provider-creds': LITERAL,
  'tf-provider-unpinned': 'a version or a lock file is there or is not',
  'tf-state-committed': 'a file is there or is not',
  'ver-patch-lag': 'a version that names no patch is told by ver-eol',
  'ver-skew': 'a version that is not known is told by ver-eol',
}

// Documentation whose addresses have lasted. A link to another host is added here on purpose, after a look at it.
const KNOWN_HOSTS: readonly string[] = [
  'lincnil.github.io',
  'www.cnil.fr',
  'argo-cd.readthedocs.io',
  'cabforum.org',
  'cert-manager.io',
  'cheatsheetseries.owasp.org',
  'cloud.google.com',
  'cloudnative-pg.io',
  'datatracker.ietf.org',
  'developer.mozilla.org',
  'doc.traefik.io',
  'docs.aws.amazon.com',
  'docs.cilium.io',
  'docs.docker.com',
  'docs.kernel.org',
  'docs.tigera.io',
  'etcd.io',
  'eur-lex.europa.eu',
  'external-secrets.io',
  'fluxcd.io',
  'gateway-api.sigs.k8s.io',
  'gdpr-info.eu',
  'getsops.io',
  'github.com',
  'helm.sh',
  'istio.io',
  'kubernetes-csi.github.io',
  'kubernetes-sigs.github.io',
  'kubernetes.github.io',
  'kubernetes.io',
  'kyverno.io',
  'learn.microsoft.com',
  'letsencrypt.org',
  'linkerd.io',
  'man7.org',
  'nodejs.org',
  'nvd.nist.gov',
  'open-policy-agent.github.io',
  'pip.pypa.io',
  'prometheus-operator.dev',
  'prometheus.io',
  'redis.io',
  'secrets-store-csi-driver.sigs.k8s.io',
  'velero.io',
  'www.postgresql.org',
  'www.rabbitmq.com',
  'www.rfc-editor.org',
  'www.scaleway.com',
]

// What has a row in src/model/frameworks belongs into `controls`.
const FRAMEWORK_PAGES =
  /cisecurity\.org|CTR_KUBERNETES_HARDENING|owasp\.org\/www-project-kubernetes-top-ten|Threat-Matrix-for-Kubernetes|attack\.mitre\.org/

function hostOf(page: string): string {
  return /https:\/\/([^/]*)/.exec(page)?.[1] ?? page
}

function controlNames(controls: Controls): readonly string[] {
  return FRAMEWORK_IDS.flatMap((framework) =>
    (controls[framework] ?? []).map((id) => `${framework} ${id}`),
  )
}

function unknownControls(controls: Controls): readonly string[] {
  return FRAMEWORK_IDS.flatMap((framework) =>
    (controls[framework] ?? [])
      .filter((id) => findControl(framework, id) === undefined)
      .map((id) => `${framework} ${id}`),
  )
}

describe.each(CATALOGUE.filter((rule) => ANSWERING_STOPS.includes(stopOf(rule))))(
  'the three answers of $id',
  (rule) => {
    const { charges } = judgeExample(join(ROOM, stopOf(rule), rule.id), 'bad', rule)

    it('shows what is wrong for sure', () => {
      expect(charges.some(({ complaint }) => complaint.sure)).toBe(true)
    })

    it('shows what it cannot tell, unless nothing can be hidden from it', () => {
      const isInDoubt = charges.some(({ complaint }) => !complaint.sure)
      expect(isInDoubt).toBe(NEVER_IN_DOUBT[rule.id] === undefined)
    })
  },
)

it('excuses from doubt only rules that there are', () => {
  const known = CATALOGUE.map(({ id }) => id)
  expect(Object.keys(NEVER_IN_DOUBT).filter((id) => !known.includes(id))).toEqual([])
})

it.each(CATALOGUE.filter(({ fix }) => fix !== undefined))(
  '$id mends its bad example byte for byte, and is silent then',
  (rule) => {
    const folder = join(ROOM, stopOf(rule), rule.id)
    const { estate, charges } = judgeExample(folder, 'bad', rule)
    const edits = charges.flatMap((charge) => charge.edits())
    expect(edits.length).toBeGreaterThan(0)
    for (const source of estate.sources) {
      const own = edits.filter(({ place }) => place.document.source === source)
      const patch = applyEdits(source, own, readYaml)
      expect(patch.refused).toEqual([])
      const fixedFile = join(folder, source.file.replace(/^bad/, 'fixed'))
      expect(patch.text).toBe(readFileSync(fixedFile, 'utf8'))
    }
    expect(mendable(judgeExample(folder, 'fixed', rule).charges)).toEqual([])
  },
)

function judgeExample(
  folder: string,
  name: string,
  rule: Rule,
): { readonly estate: Estate; readonly charges: readonly Charge[] } {
  const target = exampleOf(folder, name)
  const estate = readEstate({
    targets: [target],
    workingFolder: folder,
    skipPaths: [],
    readStdin: () => new Uint8Array(),
    kubernetes: NEWEST_KUBERNETES,
    offering: undefined,
    today: '2026-11-24',
    advisories: EXAMPLE_ADVISORIES,
  })
  return { estate, charges: judge(estate.scene, [rule]) }
}

function exampleOf(folder: string, name: string): string {
  if (existsSync(join(folder, name))) return name
  const file = readdirSync(folder).find((entry) => entry.startsWith(`${name}.`))
  if (file === undefined) throw new Error(`${folder} has no example named ${name}.`)
  return file
}

function flaggedLines(file: string, text: string): readonly string[] {
  return text.split('\n').flatMap((line, index) => {
    if (!/# flagged\r?$/.test(line)) return []
    // Dockerfiles have no comments behind an instruction: one on a line of its own speaks of the next.
    return [`${file}:${index + (/^\s*#/.test(line) ? 2 : 1)}`]
  })
}

// A format without comments has its lines listed.
function listedLines(folder: string): readonly string[] {
  const file = join(folder, 'flagged.txt')
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []
}

// What a template hides, and what is for a person to decide, may be complained about still.
function mendable(charges: readonly Charge[]): readonly string[] {
  return charges
    .filter((charge) => charge.edits().length > 0)
    .map(({ complaint }) => complaint.message)
}

function ruleFolders(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  const entries = readdirSync(folder, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory() && entry.name !== 'guide')
    .map((entry) => entry.name)
    .toSorted()
}
