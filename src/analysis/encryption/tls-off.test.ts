import { describe, expect, it } from 'vitest'
import { tlsOffFlagIn, isTlsOffVariable, tlsOffIn } from './tls-off.ts'

describe('TLS switched off', () => {
  it.each([
    {
      text: 'postgres://db/shop?sslmode=disable',
      mended: 'postgres://db/shop?sslmode=verify-full',
    },
    { text: 'host=db sslmode=prefer', mended: 'host=db sslmode=verify-full' },
    { text: 'jdbc:mysql://db/shop?useSSL=false', mended: 'jdbc:mysql://db/shop?useSSL=true' },
    { text: 'shop@tcp(db:3306)/shop?tls=skip-verify', mended: 'shop@tcp(db:3306)/shop?tls=true' },
    { text: 'mongodb://db/shop?ssl=false', mended: 'mongodb://db/shop?ssl=true' },
    {
      text: 'Server=db;TrustServerCertificate=True',
      mended: 'Server=db;TrustServerCertificate=false',
    },
    { text: 'Server=db;Encrypt=false;', mended: 'Server=db;Encrypt=Strict;' },
    { text: '  sslmode: disable', mended: undefined },
    { text: 'insecure_skip_verify: true', mended: undefined },
    { text: 'a: b\nusePlaintext: true\n', mended: undefined },
  ])('is found in $text', ({ text, mended }) => {
    expect(tlsOffIn(text)?.mended).toBe(mended)
    expect(tlsOffIn(text)).toBeDefined()
  })

  it.each([
    'postgres://db/shop?sslmode=verify-full',
    'postgres://localhost/shop?sslmode=disable',
    'host=/var/run/postgresql sslmode=disable',
    '# sslmode=disable is for laptops',
    'useSSL=true',
    'insecure_skip_verify: false',
    'sslmode',
  ])('is not found in %s', (text) => {
    expect(tlsOffIn(text)).toBeUndefined()
  })

  it.each(['--insecure', '--tls=false', '--insecure-skip-tls-verify=true', '-insecure'])(
    'is the flag %s',
    (word) => {
      expect(tlsOffFlagIn(word)).toBe(word)
    },
  )

  it.each([
    '--insecure-port=0',
    '--tls=true',
    '--insecure=false',
    'insecure',
    '--tls-cert-file=/tls.crt',
  ])('is not the flag %s', (word) => {
    expect(tlsOffFlagIn(word)).toBeUndefined()
  })

  it('is found among the words of a script, but not towards the own machine', () => {
    expect(tlsOffFlagIn('set -e\nARGS=("start" "--insecure")\nexec db "${ARGS[@]}"')).toBe(
      '--insecure',
    )
    expect(tlsOffFlagIn('curl --insecure https://localhost:8443/healthz')).toBeUndefined()
    expect(tlsOffFlagIn('# --insecure is for laptops')).toBeUndefined()
  })

  it.each([
    ['NODE_TLS_REJECT_UNAUTHORIZED', '0', true],
    ['NODE_TLS_REJECT_UNAUTHORIZED', '1', false],
    ['PGSSLMODE', 'require', false],
    ['DB_SSLMODE', 'disable', true],
    ['VAULT_SKIP_VERIFY', 'true', true],
    ['REDIS_TLS_ENABLED', 'false', true],
    ['OFFLOAD_TLS', 'false', false],
  ])('is told by %s=%s: %s', (name, value, isOff) => {
    expect(isTlsOffVariable(name, value)).toBe(isOff)
  })
})
