import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ours, theirs } from '../../src/intake/terraform/hcl/hcl2json.testing.ts'
import { corpus } from './corpora.ts'

// More files to compare: any folder of public modules. On 2026-11-25, 2,605 files of five repositories (terraform,
// terraform-aws-eks, terraform-google-kubernetes-engine, terraform-azurerm-aks, terraform-provider-scaleway) agreed.
const MORE = process.env['PORTOLAN_TERRAFORM_FILES']

describe('the Terraform of others', () => {
  const boutique = corpus('boutique')
  it.skipIf(boutique === undefined)('is read in the boutique as hcl2json reads it', async () => {
    expect(await differing(boutique ?? '')).toEqual([])
  })

  // Not registered without it: in CI nothing is skipped.
  it.each(MORE === undefined ? [] : [MORE])(
    'is read in %s as hcl2json reads it',
    async (folder) => {
      expect(await differing(folder)).toEqual([])
    },
    3_600_000,
  )
})

async function differing(folder: string): Promise<readonly string[]> {
  const found: string[] = []
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, file)
    if (!/\.(?:tf|tofu)$/.test(file) || !statSync(path).isFile()) continue
    const source = { file, text: readFileSync(path, 'utf8') }
    if (plain(ours(source)) !== plain(await theirs(source))) found.push(file)
  }
  return found
}

function plain(value: unknown): string {
  return JSON.stringify(sorted(value)) ?? ''
}

// Go sorts the keys of what it writes as JSON.
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return members.map(([key, member]) => [key, sorted(member)])
}
