import { readFileSync } from 'node:fs'
import { readYaml } from '../../src/intake/yaml/read-yaml.ts'
import type { Estate } from './estate.ts'

const ROUNDS = 8

/** The YAML reader alone, with places: the first pass of this process, then the best of the warm ones, in MB/s. */
export async function readerRows(estate: Estate): Promise<readonly string[]> {
  const text = readFileSync(estate.large, 'utf8')
  const rows = [rateRow('reader', text, () => readYaml({ file: 'large.yaml', text }))]
  const library = await jsYaml()
  if (library === undefined) return [...rows, 'js-yaml      not installed, so not compared']
  return [...rows, rateRow('js-yaml', text, () => library(text))]
}

// The fastest library is no dependency of ours: who wants the comparison installs it (`npm i --no-save js-yaml@4`).
async function jsYaml(): Promise<((text: string) => unknown) | undefined> {
  try {
    const name = 'js-yaml'
    const library = await import(name)
    return (text) => library.loadAll(text)
  } catch {
    return undefined
  }
}

function rateRow(name: string, text: string, read: () => unknown): string {
  const rates = Array.from({ length: ROUNDS }, () => {
    const started = performance.now()
    read()
    return text.length / 1000 / (performance.now() - started)
  })
  const [cold = 0, ...warm] = rates
  return `${name.padEnd(12)} first pass ${cold.toFixed(0)} MB/s, warm ${Math.max(...warm).toFixed(0)} MB/s`
}
