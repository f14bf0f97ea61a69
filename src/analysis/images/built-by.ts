import { groupByAll } from '../../base/group.ts'
import { oncePerScene } from '../../model/once-per-scene.ts'
import { isMapping, isPlaceholder, valueAt } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'

/** The Dockerfile that an image is built by, as far as names tell. `sure` when a Compose file says so. */
export interface BuiltBy {
  readonly dockerfile: Resource
  readonly sure: boolean
}

/**
 * The Dockerfile of the estate that builds `image`: the one that a Compose service of the same image names, else the only
 * one whose folder or name is that of the repository. Undefined when there is none, or several. O(1) after the first call.
 */
export function builtBy(image: string, scene: Scene): BuiltBy | undefined {
  if (isPlaceholder(image)) return undefined
  const { said, named } = buildersIn(scene)
  const repository = repositoryOf(image)
  const told = said.get(repository)
  if (told !== undefined) return { dockerfile: told, sure: true }
  const [only, ...more] = named.get(lastStep(repository)) ?? []
  return only === undefined || more.length > 0 ? undefined : { dockerfile: only, sure: false }
}

/** The Dockerfile of the estate that a Compose service is built by. O(1) after the first call. */
export function builtFor(service: Resource, scene: Scene): Resource | undefined {
  return buildersIn(scene).byFile.get(buildFile(service) ?? '')
}

interface Builders {
  readonly byFile: ReadonlyMap<string, Resource>
  readonly said: ReadonlyMap<string, Resource>
  readonly named: ReadonlyMap<string, readonly Resource[]>
}

const buildersIn = oncePerScene((scene): Builders => {
  const dockerfiles = scene.ofKind('Dockerfile')
  const byFile = new Map(dockerfiles.map((dockerfile) => [fileOf(dockerfile), dockerfile]))
  const said = new Map<string, Resource>()
  for (const service of scene.ofKind('ComposeService')) {
    const image = service.get('image')
    const dockerfile = byFile.get(buildFile(service) ?? '')
    if (typeof image?.value === 'string' && image.resolved && dockerfile !== undefined)
      said.set(repositoryOf(image.value), dockerfile)
  }
  return { byFile, said, named: groupByAll(dockerfiles, namesOf) }
})

// The names of other folders say nothing of what is built in them.
const SILENT = new Set(['.', 'build', 'container', 'deploy', 'docker', 'image', 'images', 'src'])

// `src/cart/Dockerfile`, `cart.Dockerfile` and `Dockerfile.cart` build what is called cart.
function namesOf(dockerfile: Resource): readonly string[] {
  const steps = fileOf(dockerfile).split('/')
  const file = steps.pop() ?? ''
  const own =
    /^(?<before>.+)\.(?:docker|container)file$|^(?:docker|container)file[.-](?<after>.+)$/i.exec(
      file,
    )?.groups
  const name = own?.before ?? own?.after
  if (name !== undefined) return [name.toLowerCase()]
  const folder = steps.findLast((step) => !SILENT.has(step.toLowerCase()))
  return folder === undefined ? [] : [folder.toLowerCase()]
}

function fileOf({ document }: Resource): string {
  return document.source.file
}

// Source: compose-spec/build.md, read 2026-11-25: the context is a folder beside the file, the Dockerfile is in it.
function buildFile(service: Resource): string | undefined {
  const build = valueAt(service.value, ['build'])
  if (build === undefined) return undefined
  const context = isMapping(build) ? (build['context'] ?? '.') : build
  const file = isMapping(build) ? (build['dockerfile'] ?? 'Dockerfile') : 'Dockerfile'
  if (typeof context !== 'string' || typeof file !== 'string') return undefined
  return joined([
    ...fileOf(service).split('/').slice(0, -1),
    ...context.split('/'),
    ...file.split('/'),
  ])
}

function joined(steps: readonly string[]): string {
  const path: string[] = []
  for (const step of steps) {
    if (step === '..' && path.length > 0 && path.at(-1) !== '..') path.pop()
    else if (step !== '.' && step !== '') path.push(step)
  }
  return path.join('/')
}

// Without tag and digest; a colon before the last slash belongs to a port.
function repositoryOf(image: string): string {
  const bare = image.split('@')[0] ?? ''
  const slash = bare.lastIndexOf('/')
  const colon = bare.indexOf(':', slash + 1)
  return (colon === -1 ? bare : bare.slice(0, colon)).toLowerCase()
}

function lastStep(repository: string): string {
  return repository.slice(repository.lastIndexOf('/') + 1)
}
