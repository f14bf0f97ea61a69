import { gunzipSync } from 'node:zlib'
import { nameIn } from '../../targets.ts'
import type { ChartFile, ChartLimits } from './chart-file.ts'
import { refuseChart } from './refusal.ts'
import { readTar } from './tar.ts'

/** The files of the chart that a .tgz holds, by their paths below the chart's own folder. */
export function unpack(
  archive: ChartFile,
  { maxBytes, maxFiles }: ChartLimits,
): readonly ChartFile[] {
  const entries = readTar(inflate(archive, maxBytes))
  if (entries === undefined) return broken(archive)
  if (entries.length > maxFiles) return tooLarge(archive)
  return entries.flatMap(({ path, bytes }) => {
    const parts = path
      .replaceAll('\\', '/')
      .split('/')
      .filter((part) => part !== '.' && part !== '')
    if (path.startsWith('/') || parts.includes('..')) return outside(archive)
    const [, ...below] = parts
    if (below.length === 0) return []
    return { path: below.join('/'), name: nameIn(archive.name, parts.join('/')), bytes }
  })
}

function inflate(archive: ChartFile, maxBytes: number): Buffer {
  try {
    return gunzipSync(archive.bytes, { maxOutputLength: maxBytes })
  } catch (error) {
    return error instanceof RangeError ? tooLarge(archive) : broken(archive)
  }
}

function broken({ name }: ChartFile): never {
  return refuseChart(
    'INTAKE_CHART',
    name,
    'This archive of a chart cannot be unpacked: it is damaged, or no .tgz.',
    'Fetch it again (helm dependency update), or delete it.',
  )
}

function tooLarge({ name }: ChartFile): never {
  return refuseChart(
    'INTAKE_TOO_LARGE',
    name,
    'This archive of a chart holds more than any chart needs, so it was not unpacked.',
    'Check where it comes from, or leave it out.',
  )
}

function outside({ name }: ChartFile): never {
  return refuseChart(
    'INTAKE_OUTSIDE_ROOT',
    name,
    'This archive of a chart names a file outside of its own folder, so it was not unpacked.',
    'Check where it comes from: no chart needs that.',
  )
}
