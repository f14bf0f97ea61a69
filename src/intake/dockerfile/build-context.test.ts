import { describe, expect, it } from 'vitest'
import { estateOf } from '../estate.testing.ts'

describe('what stands beside a Dockerfile', () => {
  it('is listed by name, with the patterns of its own .dockerignore', () => {
    const { scene, faults } = estateOf({
      'app/Dockerfile': 'FROM a\n',
      'app/.dockerignore': '# none\n*.key\r\n\n',
      'app/src/main.ts': '',
      'app/test.Dockerfile': 'FROM b\n',
      'app/test.Dockerfile.dockerignore': '*\n',
    })
    expect(faults).toEqual([])
    const contexts = scene.resources.map((dockerfile) => dockerfile.get('context')?.value)
    const files = [
      '.dockerignore',
      'Dockerfile',
      'src/',
      'test.Dockerfile',
      'test.Dockerfile.dockerignore',
    ]
    expect(contexts).toEqual([
      { files, ignore: ['*.key'] },
      { files, ignore: ['*'] },
    ])
  })
})
