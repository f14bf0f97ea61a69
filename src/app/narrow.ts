import type { Fault } from '../base/fault.ts'
import type { Coverage } from '../model/coverage.ts'
import { homeNamespace, type Resource } from '../model/resource.ts'
import type { Scene } from '../model/scene.ts'
import type { Survey } from '../model/survey.ts'
import { matches } from '../model/wildcard.ts'
import { suggestion } from './nearest.ts'
import type { Selection } from './selection.ts'

/** The part of a selection that chooses objects. */
export type Namespaces = Pick<Selection, 'namespaces' | 'excludeNamespaces'>

/**
 * The survey with the objects of the chosen namespaces as the only ones that are judged. Look-ups still find all the
 * others: what a rule consults must not depend on what was asked about. A Namespace belongs to itself; objects outside
 * of namespaces are left out when some are named. O(resources).
 */
export function narrowSurvey(survey: Survey, chosen: Namespaces): Survey {
  if (chosen.namespaces.length === 0 && chosen.excludeNamespaces.length === 0) return survey
  const scene = narrowScene(survey.scene, chosen)
  const lost = survey.scene.resources.length - scene.resources.length
  return {
    scene,
    ...(survey.renderings && {
      renderings: survey.renderings.map((rendering) => narrowScene(rendering, chosen)),
    }),
    coverage: survey.coverage.map((entry) => withoutObjects(entry, lost)),
    faults:
      scene.resources.length === 0 && lost > 0
        ? [...survey.faults, nothingChosen(survey.scene.resources, chosen)]
        : survey.faults,
  }
}

function narrowScene(scene: Scene, chosen: Namespaces): Scene {
  const resources = scene.resources.filter((resource) => isChosen(resource, chosen))
  const kept = new Set(resources)
  const pods = scene.pods.filter(({ owner }) => kept.has(owner))
  return { ...scene, resources, pods, containers: pods.flatMap((pod) => pod.containers) }
}

function isChosen(resource: Resource, { namespaces, excludeNamespaces }: Namespaces): boolean {
  const namespace = homeNamespace(resource)
  if (namespace === undefined) return namespaces.length === 0
  const isMatch = (pattern: string): boolean => matches(pattern, namespace)
  return (namespaces.length === 0 || namespaces.some(isMatch)) && !excludeNamespaces.some(isMatch)
}

// What was not asked for is neither examined nor missing.
function withoutObjects(entry: Coverage, lost: number): Coverage {
  if (entry.what !== 'objects') return entry
  return { ...entry, asked: entry.asked - lost, examined: entry.examined - lost }
}

function nothingChosen(resources: readonly Resource[], chosen: Namespaces): Fault {
  const homes = resources.map(homeNamespace).filter((home) => home !== undefined)
  const names = [...new Set(homes)].toSorted()
  const [first = ''] = chosen.namespaces
  const listed = names.slice(0, MOST_NAMES).join(', ')
  return {
    code: 'INTAKE_NOTHING',
    at: [...chosen.namespaces, ...chosen.excludeNamespaces.map((name) => `!${name}`)].join(' '),
    message: 'No object is in the namespaces that were asked for, so nothing was examined.',
    remedy: `${suggestion(first, names)}Found: ${listed}${names.length > MOST_NAMES ? ' …' : ''}.`,
  }
}

const MOST_NAMES = 10
