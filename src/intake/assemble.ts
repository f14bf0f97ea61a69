import type { Fault } from '../base/fault.ts'
import type { Coverage } from '../model/coverage.ts'
import type { Via } from '../model/making.ts'
import { lockFilesIn, packagesIn } from '../model/package.ts'
import type { Resource } from '../model/resource.ts'
import { createScene, surroundingsOf, type Scene } from '../model/scene.ts'
import { alternatives } from './alternatives.ts'
import { detectOffering } from './detect-offering.ts'
import { renderingCoverage, type ChartLedger } from './helm/unrendered.ts'
import type { Made } from './made.ts'
import { coverageOf, missed, type Mishap } from './mishap.ts'
import type { Estate, EstateRequest } from './read-estate.ts'
import type { Manifest } from './read-manifest.ts'
import type { TerraformReading } from './terraform/read-terraform.ts'

/** All that was read of an estate. */
export interface EstateParts {
  readonly manifests: readonly Manifest[]
  readonly made: Made
  /** What could not be reached at all. */
  readonly unreached: readonly Fault[]
  /** How many modules of Terraform were evaluated, and for which of them variables were chosen. */
  readonly modules: Pick<TerraformReading, 'modules' | 'vias'>
  readonly charts: ChartLedger
}

/** Puts together what was read: the scenes, what was examined of what there is, and what is wrong. */
export function assemble(request: EstateRequest, parts: EstateParts): Estate {
  const { manifests, made, unreached, modules, charts } = parts
  const mishaps = [
    ...unreached.map((fault) => missed('files', fault)),
    ...manifests.flatMap((manifest) => manifest.mishaps),
    ...made.mishaps,
  ]
  const plain = manifests.flatMap((manifest) => manifest.resources)
  const resources = [...plain, ...made.groups.flat()]
  const sources = manifests.flatMap(({ source, resources: { length } }) =>
    source === undefined || length === 0 ? [] : [source],
  )
  const documents = manifests.reduce((sum, manifest) => sum + manifest.documents, made.documents)
  const files = made.files + manifests.filter(({ source }) => source !== undefined).length
  const scenes = scenesOf(request, resources, { plain, made })
  return {
    ...scenes,
    coverage: [
      coverageOf('files', files, mishaps),
      coverageOf('documents', documents, mishaps),
      coverageOf('objects', resources.length, mishaps),
      // An estate without charts or modules has nothing to say of them.
      ...[moduleCoverage(modules, mishaps), chartCoverage(charts.vias, mishaps)].filter(
        ({ asked }) => asked > 0,
      ),
      ...renderingCoverage(charts),
    ],
    faults: [...faultsOf(request, resources, mishaps), ...advisoryFaults(scenes.scene)],
    sources: [...sources, ...made.sources],
  }
}

function chartCoverage(vias: readonly Via[], mishaps: readonly Mishap[]): Coverage {
  return { ...coverageOf('charts', vias.length, mishaps), names: vias.map(nameOf) }
}

function moduleCoverage(
  { modules, vias }: EstateParts['modules'],
  mishaps: readonly Mishap[],
): Coverage {
  const coverage = coverageOf('modules', modules, mishaps)
  return vias.length === 0 ? coverage : { ...coverage, names: vias.map(nameOf) }
}

function nameOf({ target, inputs }: Via): string {
  return inputs.length === 0 ? target : `${target} with ${inputs.join(', ')}`
}

function scenesOf(
  request: EstateRequest,
  resources: readonly Resource[],
  { plain, made }: { readonly plain: readonly Resource[]; readonly made: Made },
): Pick<Estate, 'scene' | 'renderings' | 'offeringEvidence'> {
  const all = sceneOf(request, resources)
  const ways = alternatives(made.groups)
  if (ways === undefined) return all
  const surroundings = surroundingsOf(all.scene)
  const renderings = ways.map((way) => createScene([...plain, ...way], surroundings))
  return { ...all, renderings }
}

function sceneOf(
  { kubernetes, offering, today, advisories, declared }: EstateRequest,
  resources: readonly Resource[],
): Pick<Estate, 'scene' | 'offeringEvidence'> {
  const scene = createScene(resources, {
    kubernetes,
    offering: offering ?? 'none',
    today,
    advisories,
    declared,
  })
  if (offering !== undefined) return { scene, offeringEvidence: [] }
  const detected = detectOffering(scene)
  return {
    scene: { ...scene, offering: detected.offering },
    offeringEvidence: detected.evidence,
  }
}

function faultsOf(
  { targets }: EstateRequest,
  resources: readonly Resource[],
  mishaps: readonly Mishap[],
): readonly Fault[] {
  const faults = mishaps.map(({ fault }) => fault)
  const isExplained = mishaps.some(({ unit }) => unit !== 'nothing')
  return resources.length > 0 || isExplained ? faults : [...faults, nothing(targets)]
}

// Damage is found when files are opened, and who has no packages needs none of them.
function advisoryFaults(scene: Scene): readonly Fault[] {
  const ecosystems = new Set(
    lockFilesIn(scene).flatMap((file) => packagesIn(file).map(({ ecosystem }) => ecosystem)),
  )
  return ecosystems.size === 0 ? [] : (scene.advisories?.faultsFor(ecosystems) ?? [])
}

function nothing(targets: readonly string[]): Fault {
  return {
    code: 'INTAKE_NOTHING',
    at: targets.join(' ') || '.',
    message: 'No Kubernetes objects were found here, so nothing was examined.',
    remedy:
      'Name the files or folders that hold manifests, charts, kustomizations, Terraform or Dockerfiles.',
  }
}
