import { describe, expect, it } from 'vitest'
import { readCertificates } from './read-certificate.ts'

// Made with OpenSSL 3.0.19 for this test; their keys were thrown away.
const EC = `-----BEGIN CERTIFICATE-----
MIIBqzCCAVGgAwIBAgIUK8GN7JYCbdn56rEUdBF4dvH2GAcwCgYIKoZIzj0EAwIw
FzEVMBMGA1UEAwwMd2ViLnNob3Auc3ZjMB4XDTI2MTEyNDIxNDcxN1oXDTM2MTEy
MTIxNDcxN1owFzEVMBMGA1UEAwwMd2ViLnNob3Auc3ZjMFkwEwYHKoZIzj0CAQYI
KoZIzj0DAQcDQgAElqzqnr/rWx5WiVpd5bjA4a3mEWAzq3yuivayV6YWUABRoGML
xhr5vDiZld/kTqfH3LMLlQ/wb7eQcxIMsmUvrKN7MHkwHQYDVR0OBBYEFBZkptB0
zJ7f9Ew41VQTA/ECrYa7MB8GA1UdIwQYMBaAFBZkptB0zJ7f9Ew41VQTA/ECrYa7
MCkGA1UdEQQiMCCCDHdlYi5zaG9wLnN2Y4IKKi5zaG9wLnN2Y4cEwAACATAMBgNV
HRMBAf8EAjAAMAoGCCqGSM49BAMCA0gAMEUCIQDxh9kSHibdR+QDxEMGCaundkcu
X8xAxRs2EQPQZX+LywIgZAs3ohO7l3sSS8LeMfNwzVJigxr9nWQhORB9AzDUq+s=
-----END CERTIFICATE-----
`
const RSA = `-----BEGIN CERTIFICATE-----
MIIB/jCCAWegAwIBAgIUClWPnCEiP9a7RI9mvSohV7317LkwDQYJKoZIhvcNAQEF
BQAwETEPMA0GA1UEAwwGb2xkLWNhMB4XDTI2MTEyNDIxNDcxN1oXDTM2MTEyMTIx
NDcxN1owETEPMA0GA1UEAwwGb2xkLWNhMIGfMA0GCSqGSIb3DQEBAQUAA4GNADCB
iQKBgQDLByRvFlWdeyRNe205mFAreYn/TwFzESRG1Ok+zOWx7NE7cbdgsR9teRJm
EvThNL1cMILiZkBbrpYh7cmW2aJsD9Nm5PYfBzBFJOPrDbmY6/81FRz3QYZjbxGl
iuZMbB4WxhRQw4FNzfAxOnZ1pD3VYh85TvSsf/ynSM0ECYYsGQIDAQABo1MwUTAd
BgNVHQ4EFgQUpB4MRfpDD7f7037QopkvClwxk0YwHwYDVR0jBBgwFoAUpB4MRfpD
D7f7037QopkvClwxk0YwDwYDVR0TAQH/BAUwAwEB/zANBgkqhkiG9w0BAQUFAAOB
gQAMm0jlJIcxYepz/3I+qsVAM5ajI8Fy/JKySQiu9D2m0knEuR/iikXWKZ5m1pTD
fkdIfIdxaOZihA8IV3XuE0nORGICxGMua3un4XwL/UBGOkWlswyfSwJTsC9wMF6/
jcvsQQeqOqHyHpg8SEB66f3xSr8uhexcvK98/VULLu4Wfg==
-----END CERTIFICATE-----
`
const ED25519 = `-----BEGIN CERTIFICATE-----
MIIBCjCBvaADAgECAgEBMAUGAytlcDAVMRMwEQYDVQQDDAp3ZWJob29rLWNhMB4X
DTIzMDEwMTAwMDAwMFoXDTI2MDEwMTAwMDAwMFowFTETMBEGA1UEAwwKd2ViaG9v
ay1jYTAqMAUGAytlcAMhAAjzxlovh7Sd6cn3PoQOhC3Jnug1yPOUZPzc/4kdlGi0
ozIwMDAPBgNVHRMBAf8EBTADAQH/MB0GA1UdDgQWBBRBjqlH39g9fM5rUeRJ1wNx
AnFg0TAFBgMrZXADQQAB96iGBQi3cVRYvIrwQ6OFPE507sWShoWbCUzkdp7Z8dtA
ri6khn6iKI89c2GDM8gEW7CruMjeXk2B59RUGQcK
-----END CERTIFICATE-----
`

describe('readCertificates', () => {
  it('reads a certificate of a server', () => {
    expect(readCertificates(EC)).toEqual([
      {
        subject: 'CN=web.shop.svc',
        issuer: 'CN=web.shop.svc',
        notBefore: '2026-11-24T21:47:17.000Z',
        notAfter: '2036-11-21T21:47:17.000Z',
        keyType: 'ec',
        keyBits: 256,
        signatureAlgorithm: 'ecdsa-with-SHA256',
        isSelfSigned: true,
        isCa: false,
        dnsNames: ['web.shop.svc', '*.shop.svc'],
      },
    ])
  })

  it('reads a bundle in its order, with what stands between', () => {
    const read = readCertificates(`# old\r\n${RSA.replaceAll('\n', '\r\n')}\n# new\n${ED25519}`)
    expect(
      read.map(({ keyType, keyBits, signatureAlgorithm, isCa, notAfter }) => {
        return { keyType, keyBits, signatureAlgorithm, isCa, notAfter }
      }),
    ).toEqual([
      {
        keyType: 'rsa',
        keyBits: 1024,
        signatureAlgorithm: 'sha1WithRSAEncryption',
        isCa: true,
        notAfter: '2036-11-21T21:47:17.000Z',
      },
      {
        keyType: 'ed25519',
        keyBits: undefined,
        signatureAlgorithm: 'ED25519',
        isCa: true,
        notAfter: '2026-01-01T00:00:00.000Z',
      },
    ])
  })

  it.each([
    { name: 'nothing', pem: '' },
    { name: 'a key', pem: EC.replaceAll('CERTIFICATE', 'PRIVATE KEY') },
    { name: 'a block without an end', pem: EC.slice(0, -10) },
    { name: 'a block that was cut', pem: EC.replace(/\n.+\n/, '\n') },
    { name: 'a block that holds no base64', pem: EC.replaceAll('M', '$') },
  ])('finds none in $name', ({ pem }) => {
    expect(readCertificates(pem)).toEqual([])
  })
})
