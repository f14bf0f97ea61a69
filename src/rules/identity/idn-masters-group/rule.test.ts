import { describe, expect, it } from 'vitest'
import { chargesUnder, messagesOf } from '../../../../test/rules/charges.ts'
import { idnMastersGroup } from './rule.ts'

// Made by `openssl req -x509` for O=system:masters, CN=kubernetes-admin and for O=shop, CN=jane; the keys are thrown away.
const OF_A_MASTER =
  'LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUJ2VENDQVdPZ0F3SUJBZ0lVSU9WWVBnc0tZNmxpNjRxT3JqemI5NmFGWG9nd0NnWUlLb1pJemowRUF3SXcKTkRFWE1CVUdBMVVFQ2d3T2MzbHpkR1Z0T20xaGMzUmxjbk14R1RBWEJnTlZCQU1NRUd0MVltVnlibVYwWlhNdApZV1J0YVc0d0hoY05Nall4TVRJME1qSXdNVEUwV2hjTk16WXhNVEl4TWpJd01URTBXakEwTVJjd0ZRWURWUVFLCkRBNXplWE4wWlcwNmJXRnpkR1Z5Y3pFWk1CY0dBMVVFQXd3UWEzVmlaWEp1WlhSbGN5MWhaRzFwYmpCWk1CTUcKQnlxR1NNNDlBZ0VHQ0NxR1NNNDlBd0VIQTBJQUJGa2ppaUExVllzUlhCa2Z5VzhWTDQ3K3FVWVZjb1BSTUxNaAp4dTdHT3N4VUU5QytNd0tMZEJaNXlMRFJtZjlRM1J4ZWlhRElBYm1IdUs4K1FBV2FxM1dqVXpCUk1CMEdBMVVkCkRnUVdCQlJ4T3o0NVBwOThsRnhTOXNhMllDRjNmR09yVmpBZkJnTlZIU01FR0RBV2dCUnhPejQ1UHA5OGxGeFMKOXNhMllDRjNmR09yVmpBUEJnTlZIUk1CQWY4RUJUQURBUUgvTUFvR0NDcUdTTTQ5QkFNQ0EwZ0FNRVVDSUdtbQp6MGRKUEIrdlZrL2dicm02UU5PQ2w4SU5MM0lodVFWcGZKeUJLMUR3QWlFQXFXc251b01QaW1Fc0wydEhwSzBkCjZ3b1o4TE1NQitLeDc3Qml1MFRCNHpJPQotLS0tLUVORCBDRVJUSUZJQ0FURS0tLS0tCg=='
const OF_JANE =
  'LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUJrVENDQVRlZ0F3SUJBZ0lVQ2ZiMTIvZ1dIK2NoT1RTbkhxRHZlcmpoVHIwd0NnWUlLb1pJemowRUF3SXcKSGpFTk1Bc0dBMVVFQ2d3RWMyaHZjREVOTUFzR0ExVUVBd3dFYW1GdVpUQWVGdzB5TmpFeE1qUXlNakF4TVRSYQpGdzB6TmpFeE1qRXlNakF4TVRSYU1CNHhEVEFMQmdOVkJBb01CSE5vYjNBeERUQUxCZ05WQkFNTUJHcGhibVV3CldUQVRCZ2NxaGtqT1BRSUJCZ2dxaGtqT1BRTUJCd05DQUFTTzFNN1ltVXBLeDlVazRic1V3ZzVONUgzUThUdmYKSm53S3ozQUtXZ05rYk1DakRCVGowNEg3UjdUZFAxMm53Zit3bmpHOXhkRldPT3U5b1l1ZThOVURvMU13VVRBZApCZ05WSFE0RUZnUVVKelYxRXFEZU1oRGlZT0FmOHFnNCs5Rll3dG93SHdZRFZSMGpCQmd3Rm9BVUp6VjFFcURlCk1oRGlZT0FmOHFnNCs5Rll3dG93RHdZRFZSMFRBUUgvQkFVd0F3RUIvekFLQmdncWhrak9QUVFEQWdOSUFEQkYKQWlFQXZjTWQxb0djMlhSbjlDaWV0dllVM2hKL3hiamhVVDVlYkNjTHE4eW9VNk1DSUZBcXllMEs2ZDM2bHFScQpUalpqMVZzZFhVdDVaN2dwME10T0h1UCs0bkRBCi0tLS0tRU5EIENFUlRJRklDQVRFLS0tLS0K'

describe('idn-masters-group', () => {
  it.each([
    { name: 'sees the group in a client certificate', certificate: OF_A_MASTER, count: 1 },
    { name: 'passes over another group', certificate: OF_JANE, count: 0 },
    { name: 'passes over what is no certificate', certificate: 'bWFkZSB1cA==', count: 0 },
  ])('$name', ({ certificate, count }) => {
    const kubeconfig = `
apiVersion: v1
kind: Config
users: [{ name: admin, user: { client-certificate-data: ${certificate} } }]
`
    expect(messagesOf(chargesUnder('1.37', idnMastersGroup, kubeconfig))).toEqual(
      count === 0
        ? []
        : [
            'The certificate of user "admin" is made out to the group system:masters, which no role limits and no binding can take out.',
          ],
    )
  })
})
