import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { StrictLevel } from '../../src/analysis/pod-security/check.ts'
import { CHECKS } from '../../src/analysis/pod-security/checks.ts'
import {
  levelOf,
  violations,
  type PodView,
  type PolicyVersion,
} from '../../src/analysis/pod-security/evaluate.ts'
import { readYaml } from '../../src/intake/yaml/read-yaml.ts'
import type { Step } from '../../src/model/document.ts'
import { templatePaths } from '../../src/model/kinds.ts'
import { memberOf } from '../../src/model/part.ts'
import { podOf } from '../../src/model/pod.ts'
import { resourceOf } from '../../src/model/resource.ts'
import { corpus } from './corpora.ts'

/** A pod of the set; its folder says which level and version admit or refuse it, its name which check decides. */
interface Case {
  readonly name: string
  readonly level: StrictLevel
  readonly version: PolicyVersion
  readonly isAdmitted: boolean
  readonly check: string
  readonly pod: unknown
}

const LEVELS = ['baseline', 'restricted'] as const
const KINDS = ['Pod', 'Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob'] as const

const folder = corpus('psa')
const cases = folder === undefined ? [] : readCases(join(folder, 'testdata'))

describe.skipIf(folder === undefined)('Pod Security Admission, test data of 2026-07-01', () => {
  it('has 4,537 pods', () => {
    expect(cases).toHaveLength(4537)
  })

  it.each(KINDS)('is judged alike, all pods of it, as %s', (kind) => {
    const wrong = cases.filter((example) => !isJudgedRight(example, viewOf(kind, example.pod)))
    expect(wrong.map(({ name }) => name)).toEqual([])
  })
})

function isJudgedRight({ level, version, isAdmitted, check }: Case, view: PodView): boolean {
  const found = violations(view, version)
  if (isAdmitted) {
    const reached = levelOf(found)
    return reached.sure && (reached.level === 'restricted' || reached.level === level)
  }
  const deciding = decidingChecks(check)
  return found.some(
    (violation) =>
      violation.sure &&
      deciding.includes(violation.check) &&
      (violation.level === 'baseline' || level === 'restricted'),
  )
}

// The name of a refused pod tells the very check that refuses it; what baseline has told, that is not told again.
function decidingChecks(name: string): readonly unknown[] {
  const check = CHECKS.find(({ id }) => id.toLowerCase() === name)
  return [check?.id, check?.overrides].filter((id) => id !== undefined)
}

function viewOf(kind: string, pod: unknown): PodView {
  const template = { metadata: memberOf(pod, 'metadata'), spec: memberOf(pod, 'spec') }
  const object = { apiVersion: 'v1', kind, ...wrapped(template, templatePaths(kind)[0] ?? []) }
  const layout = { keys: [''], offsets: Int32Array.of(-1, 0, 0, 1) }
  const found = podOf(
    resourceOf({ source: { file: '', text: '' }, layout, node: 0, value: object }),
  )
  if (found === undefined) throw new Error(`No pod was found in the ${kind}.`)
  return { metadata: found.metadata.value, spec: found.value }
}

function wrapped(template: object, path: readonly Step[]): object {
  const [step, ...rest] = path
  return step === undefined ? template : { [step]: wrapped(template, rest) }
}

function readCases(root: string): readonly Case[] {
  return LEVELS.flatMap((level) =>
    readdirSync(join(root, level)).flatMap((version) =>
      ['pass', 'fail'].flatMap((verdict) =>
        readdirSync(join(root, level, version, verdict)).map((file): Case => {
          const name = join(level, version, verdict, file)
          return {
            name,
            level,
            version: { major: 1, minor: Number(version.replace('v1.', '')) },
            isAdmitted: verdict === 'pass',
            check: file.replace(/\d+\.yaml$/, ''),
            pod: readPod(join(root, name)),
          }
        }),
      ),
    ),
  )
}

function readPod(file: string): unknown {
  const { documents, faults } = readYaml({ file, text: readFileSync(file, 'utf8') })
  const [document] = documents
  if (document === undefined || documents.length > 1 || faults.length > 0) {
    throw new Error(`${file} is not one readable document.`)
  }
  return document.value
}
