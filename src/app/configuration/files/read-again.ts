import { basename } from 'node:path'
import { isComposeName } from '../../../intake/compose/compose-name.ts'
import { composeServices } from '../../../intake/compose/compose-services.ts'
import { readDockerfile } from '../../../intake/dockerfile/read-dockerfile.ts'
import { gatherObjects } from '../../../intake/gather-objects.ts'
import { DEFAULT_INTAKE_LIMITS } from '../../../intake/limits.ts'
import { readYaml } from '../../../intake/yaml/read-yaml.ts'
import { isList, valueAt } from '../../../model/part.ts'
import { resourceOf, type Resource } from '../../../model/resource.ts'
import { createScene, type Scene } from '../../../model/scene.ts'
import type { Source } from '../../../model/source.ts'
import type { FileDraft } from './file-draft.ts'

/** The estate as it will be with these files: what each holds takes the place of what it held. O(estate + texts). */
export function readAgain(
  scene: Scene,
  drafts: readonly Pick<FileDraft, 'file' | 'text'>[],
): Scene {
  if (drafts.length === 0) return scene
  const files = new Set(drafts.map(({ file }) => file))
  const kept = scene.resources.filter((resource) => !standsIn(resource, files))
  const fresh = drafts.flatMap((draft) => resourcesIn(draft, scene))
  const { kubernetes, offering, today, advisories } = scene
  return createScene([...kept, ...fresh], { kubernetes, offering, today, advisories })
}

function standsIn({ document }: Resource, files: ReadonlySet<string>): boolean {
  return document.making === undefined && files.has(document.source.file)
}

function resourcesIn(source: Source, scene: Scene): readonly Resource[] {
  const old = scene.resources.find((resource) => standsIn(resource, new Set([source.file])))
  if (old?.type === 'Dockerfile') {
    const { document } = readDockerfile(source, contextOf(old))
    return document === undefined ? [] : [resourceOf(document)]
  }
  const isCompose = isComposeName(basename(source.file))
  return readYaml(source).documents.flatMap((document) => {
    const services = isCompose ? composeServices(document) : undefined
    return services ?? gatherObjects(document, DEFAULT_INTAKE_LIMITS.maxListDepth)?.resources ?? []
  })
}

// What stands beside the file stays as it is.
function contextOf({ value }: Resource): Parameters<typeof readDockerfile>[1] {
  const files = textsAt(value, 'files')
  const ignore = textsAt(value, 'ignore')
  return files === undefined || ignore === undefined ? undefined : { files, ignore }
}

function textsAt(value: unknown, field: string): readonly string[] | undefined {
  const list = valueAt(value, ['context', field])
  return isList(list) ? list.filter((text) => typeof text === 'string') : undefined
}
