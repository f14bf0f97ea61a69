import { basename, dirname, relative, resolve, sep } from 'node:path'
import type { Fault } from '../../base/fault.ts'
import type { Resource } from '../../model/resource.ts'
import type { Drafts } from '../drafts.ts'
import { gatherObjects } from '../gather-objects.ts'
import type { Made } from '../made.ts'
import { isKustomizationName } from '../manifest-name.ts'
import { missed, type Mishap } from '../mishap.ts'
import { isWithin, type FoundFile } from '../targets.ts'
import { buildKustomization, type Built } from './build-kustomization.ts'
import type { RenderChart } from './chart.ts'
import { itemsOf, memberNode, textOf, type Node } from './node.ts'
import { refusalIn } from './refusal.ts'
import { documentsAt, openWorkshop, realFolder, withLedger, type Workshop } from './workshop.ts'

/** What the kustomizations of an estate are built from. */
export interface BuildTerms {
  readonly files: readonly FoundFile[]
  readonly boundaries: readonly string[]
  /** The name of a path as the user sees it. */
  readonly nameOf: (path: string) => string
  readonly maxListDepth: number
  readonly renderChart: RenderChart | undefined
  readonly drafts?: Drafts | undefined
}

/**
 * Builds all kustomizations among the files that no other one uses: each is one group of objects. A build that fails is
 * a fault, and its files are left to be judged alone.
 */
export function buildEstate(terms: BuildTerms): Made {
  const workshop = openWorkshop({
    boundaries: terms.boundaries,
    nameOf: terms.nameOf,
    renderChart: terms.renderChart,
    drafts: terms.drafts,
  })
  const groups: (readonly Resource[])[] = []
  const mishaps: Mishap[] = []
  const used = new Set<string>()
  const told = new Set<string>()
  for (const folder of topFolders(workshop, terms.files)) {
    const ledger = withLedger(workshop)
    const built = buildKustomization(ledger, folder)
    const gathered = built.documents.map((document) => gatherObjects(document, terms.maxListDepth))
    groups.push(gathered.flatMap((each) => each?.resources ?? []))
    for (const fault of newFaults(built, told)) mishaps.push(missed('files', fault))
    for (const each of gathered) mishaps.push(...newMishaps(each?.mishaps ?? [], told))
    if (built.isBuilt) for (const path of ledger.used) used.add(path)
  }
  return { groups, used, files: used.size, mishaps, ...countsOf(workshop, used) }
}

function countsOf(
  workshop: Workshop,
  used: ReadonlySet<string>,
): Pick<Made, 'sources' | 'documents'> {
  const paths = [...used]
  return {
    sources: paths.flatMap((path) => workshop.materials.get(path)?.source ?? []),
    documents: paths.reduce((sum, path) => sum + (workshop.documents.get(path)?.length ?? 0), 0),
  }
}

// What several builds have in common is wrong once.
function newFaults({ faults }: Built, told: Set<string>): readonly Fault[] {
  return faults.filter((fault) => isNew(fault, told))
}

function newMishaps(mishaps: readonly Mishap[], told: Set<string>): readonly Mishap[] {
  return mishaps.filter(({ fault }) => isNew(fault, told))
}

function isNew({ code, at }: Fault, told: Set<string>): boolean {
  const key = `${code} ${at}`
  const isKnown = told.has(key)
  told.add(key)
  return !isKnown
}

// Components change what another kustomization gathers and are nothing by themselves.
function topFolders(workshop: Workshop, files: readonly FoundFile[]): readonly string[] {
  const named = files.filter(
    ({ path, chart }) => chart === undefined && isKustomizationName(basename(path)),
  )
  const tops = new Set<string>()
  const parts = new Set<string>()
  for (const { path } of named) {
    const folder = dirname(path)
    const node = kustomizationAt(workshop, path)
    if (node === undefined) continue
    if (textOf(memberNode(node, 'kind')) !== 'Component') tops.add(folder)
    for (const other of foldersIn(node)) {
      const real = realFolder(resolve(folder, other))
      if (real !== undefined) parts.add(real)
    }
  }
  return [...tops].filter((folder) => !parts.has(folder))
}

// A file of this name may hold something else: the objects of Flux that make it build.
function kustomizationAt(workshop: Workshop, path: string): Node | undefined {
  try {
    const [node] = documentsAt(workshop, path)
    const apiVersion = textOf(memberNode(node, 'apiVersion'))
    const isOurs = apiVersion === '' || apiVersion.startsWith('kustomize.config.k8s.io/')
    return isOurs && node?.kind === 'mapping' ? node : undefined
  } catch (error) {
    if (refusalIn(error) === undefined) throw error
    // It tells what is wrong with it when its turn as a file comes.
    return undefined
  }
}

const FOLDER_FIELDS = ['resources', 'bases', 'components', 'transformers', 'generators'] as const

function foldersIn(node: Node): readonly string[] {
  return FOLDER_FIELDS.flatMap((field) => itemsOf(memberNode(node, field)).map(textOf)).filter(
    (path) => path !== '' && !path.includes('\n'),
  )
}

/** Names paths: found files have the name that the user knows; those beside them are named alike. */
export function namerOf(
  files: readonly FoundFile[],
  workingFolder: string,
): (path: string) => string {
  const names = new Map(files.map(({ path, name }) => [path, name]))
  return (path) => names.get(path) ?? ownName(path, workingFolder)
}

function ownName(path: string, workingFolder: string): string {
  return isWithin(workingFolder, path) ? relative(workingFolder, path).split(sep).join('/') : path
}
