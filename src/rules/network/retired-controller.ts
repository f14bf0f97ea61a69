import type { Claim } from '../../analysis/pod-security/candidate.ts'
import { oncePerScene } from '../../model/once-per-scene.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { classOf } from './ingress-class.ts'
import { RETIRED_CONTROLLERS } from './retired-controllers.data.ts'

/** A controller whose project has ended. */
type RetiredController = (typeof RETIRED_CONTROLLERS.controllers)[number]

/** What an IngressClass or an Ingress has of a retired controller, and how many others of its namespace have it too. */
export interface Retirement {
  readonly controller: RetiredController
  readonly others: number
  readonly sure: boolean
}

/**
 * The IngressClasses and Ingresses that a retired controller serves; of Ingresses the first one of each namespace
 * answers for all. None where the controller itself was read: its image is then blamed. Looked up once for a scene.
 */
export function retirementOf(resource: Resource, scene: Scene): Retirement | undefined {
  return retirementsIn(scene).get(resource)
}

const retirementsIn = oncePerScene((scene): ReadonlyMap<Resource, Retirement> => {
  const retirements = new Map<Resource, Retirement>()
  for (const controller of RETIRED_CONTROLLERS.controllers) {
    if (scene.today <= controller.retired || runs(controller, scene)) continue
    for (const ingressClass of scene.ofKind('IngressClass')) {
      if (ingressClass.get('spec', 'controller')?.value === controller.controller)
        retirements.set(ingressClass, { controller, others: 0, sure: true })
    }
    for (const [ingress, retirement] of ingressesOf(controller, scene))
      retirements.set(ingress, retirement)
  }
  return retirements
})

function ingressesOf(
  controller: RetiredController,
  scene: Scene,
): readonly (readonly [Resource, Retirement])[] {
  const served = new Map<string, readonly [Resource, Retirement]>()
  for (const ingress of scene.ofKind('Ingress')) {
    const claim = serves(controller, ingress, scene)
    if (claim === false) continue
    const key = `${ingress.namespace ?? ''} ${claim}`
    const [first, { others }] = served.get(key) ?? [ingress, { others: -1 }]
    served.set(key, [first, { controller, others: others + 1, sure: claim === true }])
  }
  return [...served.values()]
}

function serves(controller: RetiredController, ingress: Resource, scene: Scene): Claim {
  const name = classOf(ingress)?.value
  // A class that was read answers for itself.
  if (typeof name === 'string' && scene.find('IngressClass', undefined, name) !== undefined)
    return false
  const keys = Object.keys(ingress.annotations)
  if (keys.some((key) => key.startsWith(controller.annotations))) return true
  const isOthers = keys.some((key) =>
    controller.othersAnnotations.some((prefix) => key.startsWith(prefix)),
  )
  return name === controller.className && !isOthers && 'unclear'
}

function runs({ image }: RetiredController, scene: Scene): boolean {
  return scene.containers.some((container) => {
    const value = container.get('image')?.value
    return typeof value === 'string' && value.includes(image)
  })
}
