import type { Component } from '../../../analysis/cluster/component.ts'
import { defineRule } from '../../rule.ts'
import { complainApart, faultUnless, isGiven, type Fault } from '../faults.ts'

const OLD_VERSIONS: readonly unknown[] = ['VersionTLS10', 'VersionTLS11']
// Without forward secrecy, or with ciphers that are broken (RFC 9325, section 4.2.1).
const WEAK = /^TLS_RSA_|_CBC_|_RC4_|_3DES_/

export const apiTls = defineRule({
  id: 'api-tls',
  title: 'Serve the API by a certificate of its own and modern TLS',
  topic: 'control-plane-tls',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: kube-apiserver, command line',
      url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/',
    },
    {
      title: 'RFC 9325: Recommendations for Secure Use of TLS, cipher suites',
      url: 'https://www.rfc-editor.org/rfc/rfc9325#section-4.2',
    },
  ],
  controls: {
    'cis-1.12': ['1.2.24', '1.2.25', '1.2.29'],
    'stig-v2r3': ['V-242378', 'V-242418', 'V-242419', 'V-242422'],
  },

  subject: ['kube-apiserver'],
  check: (apiServer) =>
    complainApart(faultsOf(apiServer), {
      what: 'Connections to the API server are not as safe as they should be',
      doubt: 'Connections to the API server may be weak',
    }),
})

function faultsOf(apiServer: Component): readonly Fault[] {
  const oldest = apiServer.setting('tls-min-version')
  const suites = apiServer.setting('tls-cipher-suites')
  const weak = apiServer.members('tls-cipher-suites').filter((suite) => WEAK.test(suite))
  // TLS 1.3 has suites of its own, which cannot be chosen.
  const areUsed = oldest.value !== 'VersionTLS13'
  return [
    ...['tls-cert-file' as const, 'client-ca-file' as const].flatMap((name) => {
      const setting = apiServer.setting(name)
      return faultUnless(setting, isGiven(setting), `${name} is not set`)
    }),
    ...faultUnless(oldest, !OLD_VERSIONS.includes(oldest.value), 'TLS 1.2 is not the oldest'),
    ...(areUsed
      ? faultUnless(suites, weak.length === 0, `weak suites are taken (${told(weak)})`)
      : []),
  ]
}

function told([first = '', ...others]: readonly string[]): string {
  return others.length === 0 ? first : `${first} and ${others.length} more`
}
