import { readYaml } from '../../src/intake/yaml/read-yaml.ts'
import { resourceOf } from '../../src/model/resource.ts'
import { createScene } from '../../src/model/scene.ts'
import { parseVersion } from '../../src/model/version.ts'
import { judge, type Charge } from '../../src/rules/judge.ts'
import type { Rule } from '../../src/rules/rule.ts'

/** What `rule` holds against the objects of `manifest` under that Kubernetes, which examples cannot choose. */
export function chargesUnder(kubernetes: string, rule: Rule, manifest: string): readonly Charge[] {
  const version = parseVersion(kubernetes)
  const { documents } = readYaml({ file: 'manifest.yaml', text: manifest })
  if (version === undefined || documents.length === 0) throw new Error('The example is not whole.')
  const scene = createScene(documents.map(resourceOf), {
    kubernetes: version,
    offering: 'none',
    today: '2026-11-24',
  })
  return judge(scene, [rule])
}

/** The messages of these charges, each with a question mark before it when the rule cannot tell. */
export function messagesOf(charges: readonly Charge[]): readonly string[] {
  return charges.map(({ complaint }) => `${complaint.sure ? '' : '? '}${complaint.message}`)
}
