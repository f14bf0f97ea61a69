import { describe, expect, it } from 'vitest'
import { estateOf } from '../../intake/estate.testing.ts'
import { builtBy } from './built-by.ts'

describe('the Dockerfile of an image', () => {
  const FILES = {
    'compose.yaml':
      'services: {shop: {image: "r.example/store:1", build: {context: ./src/shop}}}\n',
    'src/shop/Dockerfile': 'FROM a\n',
    'src/cart/docker/Dockerfile': 'FROM a\n',
    'twin/one/api/Dockerfile': 'FROM a\n',
    'twin/two/api/Dockerfile': 'FROM a\n',
    'mail.Dockerfile': 'FROM a\n',
  }

  it.each([
    { image: 'r.example/store:2', file: 'src/shop/Dockerfile', sure: true },
    { image: 'localhost:5000/x/cart@sha256:00', file: 'src/cart/docker/Dockerfile', sure: false },
    { image: 'mail', file: 'mail.Dockerfile', sure: false },
    { image: 'api:1', file: undefined, sure: undefined },
    { image: 'redis', file: undefined, sure: undefined },
    { image: '${REGISTRY}/cart', file: undefined, sure: undefined },
  ])('of $image', ({ image, file, sure }) => {
    const found = builtBy(image, estateOf(FILES).scene)
    expect(found?.dockerfile.document.source.file).toBe(file)
    expect(found?.sure).toBe(sure)
  })
})
