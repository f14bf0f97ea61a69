import { expect, it } from 'vitest'
import { readYaml } from '../../intake/yaml/read-yaml.ts'
import { resourceOf } from '../../model/resource.ts'
import { unverifiedField } from './chart-source.ts'

it.each([
  { url: 'http://charts.example', value: 'http://charts.example' },
  { url: 'http://charts.svc.example', value: 'http://charts.svc.example' },
  { url: 'https://charts.example', value: undefined },
  { url: 'oci://charts.example', value: undefined },
  { url: 'http://museum.charts.svc', value: undefined },
  { url: 'http://museum.charts.svc:8080/x', value: undefined },
  { url: 'http://museum.charts.svc.cluster.local', value: undefined },
  { url: 'http://${HOST}', value: undefined },
  { url: 7, value: undefined },
])('blames $value of $url', ({ url, value }) => {
  const source = {
    apiVersion: 'source.toolkit.fluxcd.io/v1',
    kind: 'HelmRepository',
    metadata: { name: 'x' },
    spec: { url },
  }
  const { documents } = readYaml({ file: 'source.json', text: JSON.stringify(source) })
  expect(documents.map(resourceOf).map((resource) => unverifiedField(resource)?.value)).toEqual([
    value,
  ])
})
