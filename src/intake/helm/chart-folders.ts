import { basename, dirname, join, sep } from 'node:path'
import { isWithin, CHART_FILE, TEMPLATES_FOLDER, type FoundFile } from '../targets.ts'
import type { ChartFolder } from './chart/read-folder.ts'

/** The charts among the files that were found. */
export interface FoundCharts {
  /** Those that are no part of another one, in the order in which they were found. */
  readonly roots: readonly ChartFolder[]
  /** Whether a file is a template of one of them, and so no manifest before it is rendered. */
  readonly isTemplate: (file: FoundFile) => boolean
}

/** Finds the charts. O(files × depth). */
export function chartsAmong(files: readonly FoundFile[]): FoundCharts {
  const folders = files
    .filter(({ path }) => basename(path) === CHART_FILE)
    .map(({ path, name }) => ({ path: dirname(path), name: folderName(name) }))
  const paths = new Set(folders.map(({ path }) => path))
  const roots = folders.filter(({ path }) => !isHeld(path, paths))
  return {
    roots,
    isTemplate: ({ path, chart }) =>
      chart !== undefined && roots.some((root) => isTemplateOf(root.path, path)),
  }
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
