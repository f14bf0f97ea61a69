import { describe, expect, it } from 'vitest'
import { spotOf } from '../../model/place.ts'
import { documentOf, estateOf } from '../estate.testing.ts'
import { composeServices } from './compose-services.ts'

const FILE = `services:
  web:
    image: registry.example/web:\${TAG:-1.0}
    environment: { PRICE: $$5, MODE: $MODE }
    build: { context: ./web }
  db:
    image: postgres
`

describe('a Compose file', () => {
  const [web, db] = composeServices(documentOf(FILE)) ?? []

  it('gives its services', () => {
    const { scene, faults, coverage } = estateOf({ 'compose.yaml': FILE, 'other.yaml': FILE })
    expect(faults).toEqual([])
    expect(scene.resources.map(({ type, name }) => `${type}/${name}`)).toEqual([
      'ComposeService/web',
      'ComposeService/db',
    ])
    expect(coverage[0]).toMatchObject({ what: 'files', examined: 1 })
  })

  it('says what is known of variables', () => {
    expect(web?.get('image')).toMatchObject({ value: 'registry.example/web:1.0', resolved: true })
    expect(web?.get('environment', 'PRICE')?.value).toBe('$5')
    expect(web?.get('environment', 'MODE')?.resolved).toBe(false)
  })

  it('places their fields', () => {
    expect(db && spotOf(db.at('image'))).toMatchObject({ line: 7, column: 5 })
    expect(web && spotOf(web.at('build', 'context'))).toMatchObject({ line: 5 })
  })
})
