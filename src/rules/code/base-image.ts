import { optionOf, stagesOf, type Stage, type Step } from '../../analysis/dockerfiles/dockerfile.ts'
import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'

/** An image that a Dockerfile takes something from. */
export interface TakenImage {
  readonly image: string
  readonly place: Place
  /** Whether all of the name is known. */
  readonly resolved: boolean
  /** The stage that is built on it; undefined when only files are copied from it. */
  readonly stage: Stage | undefined
}

/** The images of others that a Dockerfile begins its stages with or copies files from, in the order of the text. */
export function takenImages(dockerfile: Resource): readonly TakenImage[] {
  const stages = stagesOf(dockerfile)
  const names = new Set(stages.map(({ name }) => name))
  return stages.flatMap((stage) => [
    ...baseOf(stage),
    ...stage.steps.flatMap((step) => copiedFrom(step, names)),
  ])
}

/** The image that a stage is built on, if it is one of others. */
export function baseOf(stage: Stage): readonly TakenImage[] {
  const { from, base } = stage
  if (from === undefined || base !== undefined || typeof from.value !== 'string') return []
  // Nothing is in it: the image is all that the stage puts there.
  if (from.value.toLowerCase() === 'scratch' || from.value === '') return []
  return [{ image: from.value, place: from.place, resolved: from.resolved, stage }]
}

function copiedFrom(step: Step, names: ReadonlySet<string | undefined>): readonly TakenImage[] {
  const image =
    step.keyword === 'COPY'
      ? optionOf(step, 'from')
      : /(?:^|,)from=([^,]+)/.exec(optionOf(step, 'mount') ?? '')?.[1]
  if (image === undefined || /^\d+$/.test(image)) return []
  // What is no image by its looks may be a context that the build is handed by name.
  const isNamed = /[/:@]/.test(image)
  if (names.has(image.toLowerCase()) || !isNamed) return []
  return [{ image, place: step.place, resolved: !image.includes('${'), stage: undefined }]
}
