import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { runOf, verdictOf, written } from '../../../test/report/verdicts.ts'
import { FORMATS } from '../../report/formats.ts'
import { CATALOGUE } from '../catalogue.ts'

// Everywhere that a value can hide in, as itself and in base64.
function manifestWith(value: string): string {
  const encoded = Buffer.from(value).toString('base64')
  return `
apiVersion: v1
kind: ConfigMap
metadata: { name: web, namespace: shop, annotations: { "deploy.example/token": "${value}" } }
data:
  DB_PASSWORD: "${value}"
  REDIS_URL: "redis://:${value}@redis.example.org:6379"
  DB_URL: "postgres://shop:${value}@db.example.org/shop?sslmode=disable"
  application.yaml: |
    api:
      token: ${value}
---
apiVersion: v1
kind: Secret
metadata: { name: web, namespace: shop }
data: { password: "${encoded}" }
stringData: { token: "${value}" }
---
apiVersion: v1
kind: Secret
metadata: { name: web, namespace: mail }
data: { password: "${encoded}" }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  namespace: shop
  annotations: { nginx.ingress.kubernetes.io/configuration-snippet: "set $token ${value};" }
spec: { rules: [{ host: web.example.org }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web }, annotations: { "backup.example/password": "${value}" } }
    spec:
      containers:
        - name: web
          image: registry.example/web:1.4.2
          command: [sh, -c, "mysql -p${value} && curl -u shop:${value} http://api.example.org"]
          args: ["--password=${value}", "--token", "${value}", "http://shop:${value}@api.example.org"]
          env:
            - { name: DB_PASSWORD, value: "${value}" }
            - { name: AMQP_URL, value: "amqp://shop:${value}@mq.example.org" }
            - { name: JDBC, value: "jdbc:mysql://db.example.org/shop?password=${value}&useSSL=false" }
            - { name: MONGO, value: "mongodb://shop:${value}@db.example.org/shop" }
          livenessProbe:
            httpGet: { path: /, port: 80, httpHeaders: [{ name: Authorization, value: "Bearer ${value}" }] }
`
}

it('tells no value in any report', { timeout: 60_000 }, () => {
  const alphabet = fc.constantFrom(...'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789')
  const values = fc
    .array(alphabet, { minLength: 14, maxLength: 30 })
    .map((characters) => `${characters.join('')}7qZ`)
  fc.assert(
    fc.property(values, (value) => {
      const verdict = verdictOf({ texts: { 'web.yaml': manifestWith(value) }, rules: CATALOGUE })
      const encoded = Buffer.from(value).toString('base64').replace(/=+$/, '')
      for (const format of FORMATS) {
        const report = written(format, verdict, runOf({ verbose: true }))
        expect(report).toMatch(/web\.yaml|portolan_findings/)
        expect(report).not.toContain(value)
        expect(report).not.toContain(encoded)
      }
    }),
    { numRuns: 20 },
  )
})

it('finds the value in every place', () => {
  const verdict = verdictOf({
    texts: { 'web.yaml': manifestWith('x7Kp2mQ9vRt4Wb') },
    rules: CATALOGUE,
  })
  const found = verdict.findings.map(({ rule }) => rule.id).filter((id) => id.startsWith('sec-'))
  expect(new Set(found)).toEqual(
    new Set([
      'sec-in-annotation',
      'sec-in-args',
      'sec-in-configmap',
      'sec-in-env',
      'sec-plain-git',
      'sec-spread',
    ]),
  )
})
