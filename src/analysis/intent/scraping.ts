import { isList, isMapping, memberOf, valueAt } from '../../model/part.ts'
import type { Place } from '../../model/place.ts'
import type { Pod } from '../../model/pod.ts'
import { textsOf, type Resource } from '../../model/resource.ts'
import { podLabels, type Scene } from '../../model/scene.ts'
import { selects } from '../../model/selector.ts'
import type { Confidence, Flow, Party } from './flow.ts'
import { imageName } from './image-name.ts'
import {
  declaredPorts,
  namedPort,
  podsBehind,
  portsOf,
  targetsOf,
  type Target,
} from './services.ts'

const SCRAPERS: ReadonlySet<string> = new Set([
  'prometheus',
  'agent',
  'alloy',
  'vmagent',
  'victoria-metrics',
  'opentelemetry-collector',
  'opentelemetry-collector-contrib',
])

const MONITORING = 'monitoring.coreos.com'

/** The connections of metrics: from what scrapes to what says that it is scraped. */
export function scrapingFlows(scene: Scene): readonly Flow[] {
  const wanted = [
    ...scene.pods.flatMap(annotatedPod),
    ...scene.ofKind('Service').flatMap((service) => annotatedService(service, scene)),
    ...scene.ofKind(`${MONITORING}/ServiceMonitor`).flatMap((each) => serviceMonitor(each, scene)),
    ...scene.ofKind(`${MONITORING}/PodMonitor`).flatMap((each) => podMonitor(each, scene)),
  ]
  if (wanted.length === 0) return []
  const scrapers = scrapersIn(scene)
  return wanted.flatMap(({ target: { pod, protocol, port }, place, words, confidence }) =>
    scrapers.map((from) => ({
      from,
      to: { kind: 'pods', pod },
      protocol,
      port,
      // Nobody can open a way to what is not known to be there.
      confidence: from.kind === 'scraper' ? 'possible' : confidence,
      evidence: [{ place, words }],
    })),
  )
}

interface Wanted {
  readonly target: Target
  readonly place: Place
  readonly words: string
  readonly confidence: Confidence
}

function scrapersIn(scene: Scene): readonly Party[] {
  const pods = scene.pods.filter((pod) =>
    pod.containers.some((container) => SCRAPERS.has(imageName(container.get('image')?.value))),
  )
  if (pods.length > 0) return pods.map((pod) => ({ kind: 'pods', pod }))
  // The operator makes its pods itself.
  const made = scene.ofKind(`${MONITORING}/Prometheus`)
  return made.length === 0
    ? [{ kind: 'scraper' }]
    : made.map(({ namespace = '' }) => ({ kind: 'elsewhere', namespace, service: undefined }))
}

const SCRAPE = 'prometheus.io/scrape'
const PORT = 'prometheus.io/port'

function annotatedPod(pod: Pod): readonly Wanted[] {
  const annotations = textsOf(pod.metadata.get('annotations')?.value)
  if (annotations[SCRAPE] !== 'true') return []
  const place = pod.metadata.at('annotations', SCRAPE)
  const number = Number(annotations[PORT])
  const said = annotations[PORT] !== undefined && Number.isInteger(number)
  const ports = said ? [number] : declaredPorts(pod).map(({ port }) => port)
  return ports.map((port) => ({
    target: { pod, protocol: 'TCP', port },
    place,
    words: `its annotation ${SCRAPE} asks for metrics to be read`,
    confidence: said ? 'certain' : 'likely',
  }))
}

function annotatedService(service: Resource, scene: Scene): readonly Wanted[] {
  if (service.annotations[SCRAPE] !== 'true') return []
  const wanted = service.annotations[PORT]
  const place = service.at('metadata', 'annotations', SCRAPE)
  const words = `the annotation ${SCRAPE} of Service "${service.name}" asks for metrics to be read`
  const targets =
    wanted === undefined
      ? portsOf(service).flatMap((port) => targetsOf(service, port, scene))
      : podsBehind(service, scene).map((pod) => ({
          pod,
          protocol: 'TCP' as const,
          port: Number(wanted),
        }))
  const confidence = wanted === undefined ? 'likely' : 'certain'
  return targets
    .filter(({ port }) => Number.isInteger(port))
    .map((target) => ({ target, place, words, confidence }))
}

function serviceMonitor(monitor: Resource, scene: Scene): readonly Wanted[] {
  const services = homesOf(monitor, scene)
    .flatMap((namespace) => scene.inNamespace('Service', namespace))
    .filter(({ labels }) => selects(monitor.get('spec', 'selector')?.value ?? {}, labels))
  return monitor.list('spec', 'endpoints').flatMap(({ value, place }) => {
    const named = memberOf(value, 'port')
    const target = memberOf(value, 'targetPort')
    return services.flatMap((service) =>
      portsOf(service)
        .filter((port) => port.name === named || (target !== undefined && port.target === target))
        .flatMap((port) => targetsOf(service, port, scene))
        .map((each) => ({
          target: each,
          place,
          words: `ServiceMonitor "${monitor.name}" reads the metrics of Service "${service.name}"`,
          confidence: 'certain' as const,
        })),
    )
  })
}

function podMonitor(monitor: Resource, scene: Scene): readonly Wanted[] {
  const pods = homesOf(monitor, scene)
    .flatMap((namespace) => scene.podsIn(namespace))
    .filter((pod) => selects(monitor.get('spec', 'selector')?.value ?? {}, podLabels(pod)))
  return monitor.list('spec', 'podMetricsEndpoints').flatMap(({ value, place }) => {
    const named = memberOf(value, 'port')
    if (typeof named !== 'string') return []
    return pods.flatMap((pod) => {
      const port = namedPort(pod, { target: named, protocol: 'TCP' })
      if (port === undefined) return []
      return [
        {
          target: { pod, protocol: 'TCP' as const, port },
          place,
          words: `PodMonitor "${monitor.name}" reads its metrics`,
          confidence: 'certain' as const,
        },
      ]
    })
  })
}

// Its own namespace when it names none. Source: NamespaceSelector of the Prometheus operator.
function homesOf(monitor: Resource, scene: Scene): readonly (string | undefined)[] {
  const chosen = monitor.get('spec', 'namespaceSelector')?.value
  if (memberOf(chosen, 'any') === true)
    return [...new Set(scene.pods.map(({ owner }) => owner.namespace))]
  const names = isMapping(chosen) ? valueAt(chosen, ['matchNames']) : undefined
  if (!isList(names)) return [monitor.namespace]
  return names.filter((name) => typeof name === 'string')
}
