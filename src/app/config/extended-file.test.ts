import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeFiles, type Files } from '../../intake/estate.testing.ts'
import { loadConfig } from './load-config.ts'

const HOME = 'node_modules/@org/config'

function folderWith(entry: string, more: Files): string {
  const config = `version: 1\nextends: ["${entry}"]`
  return writeFiles({ '.git/HEAD': '', 'a/portolan.yaml': config, ...more })
}

function loadIn(folder: string) {
  return loadConfig('portolan.yaml', join(folder, 'a'))
}

describe('a package that is extended', () => {
  it.each([
    { entry: '@org/config', file: `${HOME}/portolan.yaml` },
    { entry: '@org/config', file: `a/${HOME}/portolan.yaml` },
    { entry: '@org/config/strict.yaml', file: `${HOME}/strict.yaml` },
    { entry: 'our-config', file: 'node_modules/our-config/portolan.yaml' },
  ])('is found in node_modules above: $file', ({ entry, file }) => {
    const folder = folderWith(entry, { [file]: 'version: 1\nprofile: baseline' })
    const config = loadIn(folder)
    expect(config.ok && config.value.values.profile).toBe('baseline')
    const from = file.startsWith('a/') ? file.slice(2) : `../${file}`
    expect(config.ok && config.value.origins.get('profile')).toBe(`${from}:2:1`)
  })

  it('may be a link, as some package managers put them', () => {
    const folder = folderWith('our-config', {
      'store/our-config/portolan.yaml': 'version: 1\nextends: [more.yaml]',
      'store/our-config/more.yaml': 'version: 1\nprofile: observe',
      'node_modules/.keep': '',
    })
    symlinkSync(join(folder, 'store/our-config'), join(folder, 'node_modules/our-config'))
    const config = loadIn(folder)
    expect(config.ok && config.value.values.profile).toBe('observe')
  })

  it('may extend another package', () => {
    const folder = folderWith('@org/config', {
      [`${HOME}/portolan.yaml`]: 'version: 1\nextends: [base]',
      'node_modules/base/portolan.yaml': 'version: 1\nprovider: gke',
    })
    const config = loadIn(folder)
    expect(config.ok && config.value.values.provider).toBe('gke')
  })

  it.each([
    { name: 'is not there', more: {}, at: 'portolan.yaml:2:11', says: 'holds the package' },
    {
      name: 'has no configuration',
      more: { [`${HOME}/package.json`]: '{}' },
      at: `../${HOME}/portolan.yaml`,
      says: '',
    },
    {
      name: 'leads out of itself',
      more: {
        [`${HOME}/portolan.yaml`]: 'version: 1\nextends: [../../../b.yaml]',
        'b.yaml': 'version: 1',
      },
      at: `../${HOME}/portolan.yaml:2:11`,
      says: 'leads out of the package',
    },
    {
      name: 'says where reports go',
      more: {
        [`${HOME}/portolan.yaml`]: 'version: 1\noutputs: [{ format: json, file: /etc/cron.d/x }]',
      },
      at: `../${HOME}/portolan.yaml:2:1`,
      says: 'cannot say outputs',
    },
    {
      name: 'says what a run is compared with',
      more: { [`${HOME}/portolan.yaml`]: 'version: 1\ngate: { baseline: known.json }' },
      at: `../${HOME}/portolan.yaml:2:9`,
      says: 'cannot say gate.baseline',
    },
  ])('is refused with its place when it $name', ({ more, at, says }) => {
    const config = loadIn(folderWith('@org/config', more))
    expect(!config.ok && config.fault.at).toBe(at)
    expect(!config.ok && config.fault.message).toContain(says)
  })

  it('is not searched for above the root of the repository', () => {
    const folder = writeFiles({
      'node_modules/our-config/portolan.yaml': 'version: 1',
      'a/.git/HEAD': '',
      'a/portolan.yaml': 'version: 1\nextends: [our-config]',
    })
    expect(loadIn(folder).ok).toBe(false)
  })
})
