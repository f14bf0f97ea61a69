import { basename, dirname, join, sep } from 'node:path'
import { isWithin, CHART_FILE, TEMPLATES_FOLDER, type FoundFile } from '../targets.ts'
import type { ChartFolder } from './chart/read-folder.ts'

/** The charts among the files that were found. */
export interface FoundCharts {
  /** Those that are no part of another one, in the order in which they were found. */
  readonly roots: readonly ChartFolder[]
  /** The one that a file is a template of, and so no manifest before it is rendered; undefined for all other files. */
  readonly chartOf: (file: FoundFile) => ChartFolder | undefined
}

/** Finds the charts. O(files × depth). */
export function chartsAmong(files: readonly FoundFile[]): FoundCharts {
  const folders = files
    .filter(({ path }) => basename(path) === CHART_FILE)
    .map(({ path, name }) => ({ path: dirname(path), name: folderName(name) }))
  const paths = new Set(folders.map(({ path }) => path))
  const roots = folders.filter(({ path }) => !isHeld(path, paths))
  const byPath = new Map(roots.map((root) => [root.path, root]))
  return {
    roots,
    chartOf: ({ path, chart }) => (chart === undefined ? undefined : holderOf(path, byPath)),
  }
}

function holderOf(path: string, roots: ReadonlyMap<string, ChartFolder>): ChartFolder | undefined {
  for (let folder = path; folder !== dirname(folder); folder = dirname(folder)) {
    const root = roots.get(dirname(folder))
    if (root !== undefined && isTemplateOf(root.path, path)) return root
  }
  return undefined
}

function folderName(file: string): string {
  const end = file.lastIndexOf('/')
  return end === -1 ? '' : file.slice(0, end)
}

// A chart in another one's `charts/` is rendered with that one.
function isHeld(path: string, charts: ReadonlySet<string>): boolean {
  for (let folder = path; folder !== dirname(folder); folder = dirname(folder)) {
    const holder = dirname(folder)
    if (basename(holder) === 'charts' && charts.has(dirname(holder))) return true
  }
  return false
}

function isTemplateOf(root: string, path: string): boolean {
  if (isWithin(join(root, TEMPLATES_FOLDER), path)) return true
  return isWithin(join(root, 'charts'), path) && path.includes(sep + TEMPLATES_FOLDER + sep)
}
