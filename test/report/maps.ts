import { readYaml } from '../../src/intake/yaml/read-yaml.ts'
import { resourceOf } from '../../src/model/resource.ts'
import { createScene } from '../../src/model/scene.ts'
import { NEWEST_KUBERNETES } from '../../src/model/version.ts'
import { toldMap, type ToldMap } from '../../src/report/map/map.ts'
import { CATALOGUE } from '../../src/rules/catalogue.ts'
import { mapOf } from '../../src/verdict/map/map.ts'
import { judgeSurvey, type Verdict } from '../../src/verdict/verdict.ts'
import { runOf } from './verdicts.ts'

/** The map of a verdict, as the command line would head it. */
export function mapFor(verdict: Verdict, targets: readonly string[] = ['deploy']): ToldMap {
  return toldMap(mapOf(verdict), verdict, runOf({ targets }))
}

/** The map of objects on Kapsule, of which something could not be read. */
export function mapOfObjects(objects: readonly unknown[], targets?: readonly string[]): ToldMap {
  const text = objects.map((object) => JSON.stringify(object)).join('\n---\n')
  const { documents } = readYaml({ file: 'estate.yaml', text })
  const scene = createScene(documents.map(resourceOf), {
    kubernetes: NEWEST_KUBERNETES,
    offering: 'kapsule',
    today: '2026-11-24',
  })
  const reasons = [{ why: 'template', count: 1 }]
  const coverage = [{ what: 'files', asked: 3, examined: 2, reasons }]
  return mapFor(judgeSurvey({ scene, coverage, faults: [] }, CATALOGUE), targets)
}

/** `count` workloads in a twelfth as many namespaces, every fourth with a load balancer before it. */
export function manyWorkloads(count: number): readonly unknown[] {
  return Array.from({ length: count }, (_, at) => {
    const namespace = `team-${at % Math.ceil(count / 12)}`
    return [
      workload(`svc-${at}`, namespace),
      ...(at % 4 === 0 ? [balancer(`svc-${at}`, namespace)] : []),
    ]
  }).flat()
}

/** The same with one name for everything: what a hostile name can do, it does here. */
export function named(name: string): readonly unknown[] {
  return [workload(name, name), balancer(name, name), ingress(name)]
}

function workload(name: string, namespace: string): unknown {
  const spec = { containers: [{ name: 'main', image: 'registry.example/app:1' }] }
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace },
    spec: { replicas: 2, template: { metadata: { labels: { app: name } }, spec } },
  }
}

function balancer(name: string, namespace: string): unknown {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace },
    spec: { type: 'LoadBalancer', selector: { app: name }, ports: [{ port: 80 }] },
  }
}

function ingress(name: string): unknown {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name, namespace: name },
    spec: { rules: [{ host: name }] },
  }
}

/** Names that mean something to XML, HTML, Mermaid, Markdown, a terminal or a reader's eye. */
export const HOSTILE_NAMES: readonly string[] = [
  '"><script>alert(1)</script>',
  'a"]; click c0 href "https://evil.example"',
  '`end`',
  '```\n# out',
  '1. list',
  '- dash',
  'end',
  'a --> b',
  '%%{init: {}}%%',
  '#quot;',
  '<br/>',
  ']]>&amp;',
  'x\u202Ey\u0000\u001B[31m',
  '名'.repeat(400),
]
