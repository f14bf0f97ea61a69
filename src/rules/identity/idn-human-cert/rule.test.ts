import { describe, expect, it } from 'vitest'
import { chargesUnder, messagesOf } from '../../../../test/rules/charges.ts'
import { idnHumanCert } from './rule.ts'

// Certificates of O=shop, CN=jane, and of a node, signed by themselves; the keys are thrown away.
const OF_A_DAY =
  'LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUJLVENCejZBREFnRUNBZ0VCTUFvR0NDcUdTTTQ5QkFNQ01CNHhEVEFMQmdOVkJBb01CSE5vYjNBeERUQUwKQmdOVkJBTU1CR3BoYm1Vd0hoY05Nall4TVRJME1EQXdNREF3V2hjTk1qWXhNVEkxTURBd01EQXdXakFlTVEwdwpDd1lEVlFRS0RBUnphRzl3TVEwd0N3WURWUVFEREFScVlXNWxNRmt3RXdZSEtvWkl6ajBDQVFZSUtvWkl6ajBECkFRY0RRZ0FFYzdiNnFJNXdRclVZakFGN3RVQlJQQnd0a1hEaEVDZVJlWTZHc1U5MTg4eG81alNpaWFmM3Q4bmQKK2had25RdVZWYVUvSlpiRzNWZytHNmxBQ05sRzF6QUtCZ2dxaGtqT1BRUURBZ05KQURCR0FpRUFrSXM3VUxqQgo1SXFuOU9ZSXdLMnlsYlRtUlQwdGh4T1lkaG96c1pIMmpERUNJUURicHU0dTBGQmlNTTNicVB0dnFRR2FKQUdRCjBnRFJ6d2RHU01VU3B0L2p3Zz09Ci0tLS0tRU5EIENFUlRJRklDQVRFLS0tLS0K'
const ENDED =
  'LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUJKekNCejZBREFnRUNBZ0VCTUFvR0NDcUdTTTQ5QkFNQ01CNHhEVEFMQmdOVkJBb01CSE5vYjNBeERUQUwKQmdOVkJBTU1CR3BoYm1Vd0hoY05NalF3TVRBeE1EQXdNREF3V2hjTk1qVXdNVEF4TURBd01EQXdXakFlTVEwdwpDd1lEVlFRS0RBUnphRzl3TVEwd0N3WURWUVFEREFScVlXNWxNRmt3RXdZSEtvWkl6ajBDQVFZSUtvWkl6ajBECkFRY0RRZ0FFWStlTTNFbGxDdHhyRDM0MzlDWUJ5bTBvOW8xTUk5WHhUc1BxbkZvb0h0R2x0VVpSTkMxV2JDMW4Kd3hmUGxZS1d5YkxScDY4OWxMeHArZ0pZVlg2QWJUQUtCZ2dxaGtqT1BRUURBZ05IQURCRUFpQXl3aWY5OVZyUgpyNlk1Qk5uM1R0NXdVMjJGRUNXOTN5RE11QVVHdGJRWTJRSWdZSkxKcGIvaFNzQTY5TFpzamd0Njk1cEppcEYrCjBFeVFZMTZJVFIyc2xxcz0KLS0tLS1FTkQgQ0VSVElGSUNBVEUtLS0tLQo='
const OF_A_NODE =
  'LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUJURENCODZBREFnRUNBZ0VCTUFvR0NDcUdTTTQ5QkFNQ01EQXhGVEFUQmdOVkJBb01ESE41YzNSbGJUcHUKYjJSbGN6RVhNQlVHQTFVRUF3d09jM2x6ZEdWdE9tNXZaR1U2YmpFd0hoY05Nall3TVRBeE1EQXdNREF3V2hjTgpNell3TVRBeE1EQXdNREF3V2pBd01SVXdFd1lEVlFRS0RBeHplWE4wWlcwNmJtOWtaWE14RnpBVkJnTlZCQU1NCkRuTjVjM1JsYlRwdWIyUmxPbTR4TUZrd0V3WUhLb1pJemowQ0FRWUlLb1pJemowREFRY0RRZ0FFTmxJVGtxTnYKK094MEVsOEMzUGo5QjdJN0JDQkxEVzVtTmVvd1piUG9TbHRCN3EwNk1iSU51UUlxVmN3UTVzb0NsREF0VW9YdApIbFhxU05SNXhSTEdwVEFLQmdncWhrak9QUVFEQWdOSUFEQkZBaUEwcDVHK0t2TkZMTkJVaXd2QkRRTmpVSFdTClVCdXFPZVFXaXMwT0htMHA5d0loQU9BSkRDb2tJeGphT3U3OTJpcWlET2R2cnlSQmJKYzR5Z3YyM0swQmM5SjcKLS0tLS1FTkQgQ0VSVElGSUNBVEUtLS0tLQo='
const OF_TEN_YEARS =
  'LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUJLRENCejZBREFnRUNBZ0VCTUFvR0NDcUdTTTQ5QkFNQ01CNHhEVEFMQmdOVkJBb01CSE5vYjNBeERUQUwKQmdOVkJBTU1CR3BoYm1Vd0hoY05Nall3TVRBeE1EQXdNREF3V2hjTk16WXdNVEF4TURBd01EQXdXakFlTVEwdwpDd1lEVlFRS0RBUnphRzl3TVEwd0N3WURWUVFEREFScVlXNWxNRmt3RXdZSEtvWkl6ajBDQVFZSUtvWkl6ajBECkFRY0RRZ0FFNHRPcmYrUFFoMVRyT0s5OUUvNmFxVklDRGhtWFVwclAyQ3F5ZE1vMTdmSHZ6M2hjSDltQm1vSHEKTkJ2cjJselpYUUozUGQvRm50cENtbFIrTXErdzJ6QUtCZ2dxaGtqT1BRUURBZ05JQURCRkFpQUk5VzNpajFKcgpHZkNXYnFieXR3czdEdUFJK1Z2RTFZTmdqSlNZSEl3MTF3SWhBS2k1LzVaK3dOakFnSXBsNkt4RmJUcUIwYkQxCnJSQVdickFVMzFObzAwaWEKLS0tLS1FTkQgQ0VSVElGSUNBVEUtLS0tLQo='

describe('idn-human-cert', () => {
  it.each([
    { name: 'one for a day', certificate: OF_A_DAY },
    { name: 'one that has ended', certificate: ENDED },
    { name: 'one for a part of the cluster', certificate: OF_A_NODE },
  ])('passes over $name', ({ certificate }) => {
    expect(chargesUnder('1.37', idnHumanCert, kubeconfig(certificate))).toEqual([])
  })

  it('says who signs in, and until when', () => {
    expect(messagesOf(chargesUnder('1.37', idnHumanCert, kubeconfig(OF_TEN_YEARS)))).toEqual([
      'User "jane" signs in by a client certificate, which nothing can revoke before 2036-01-01.',
    ])
  })

  it('cannot tell of one that a template puts in', () => {
    expect(messagesOf(chargesUnder('1.37', idnHumanCert, kubeconfig('"${CERTIFICATE}"')))).toEqual([
      '? User "someone" may sign in by a client certificate, which nothing can revoke: it cannot be read here.',
    ])
  })
})

function kubeconfig(certificate: string): string {
  return `
apiVersion: v1
kind: Config
users: [{ name: someone, user: { client-certificate-data: ${certificate} } }]
`
}
