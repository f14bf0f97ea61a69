import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDockerfile } from '../../intake/dockerfile/read-dockerfile.ts'
import { resourceOf } from '../../model/resource.ts'
import { createScene } from '../../model/scene.ts'
import { CATALOGUE } from '../catalogue.ts'
import { judge, type Charge } from '../judge.ts'
import { stopOf } from '../topics.ts'

const RULES = CATALOGUE.filter((rule) => stopOf(rule) === 'code')

describe('the rules of the stop code', () => {
  it('never throw, whatever a Dockerfile holds', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }), (texts) => {
        expect(() => chargesOn(`FROM a\n${texts.join('')}`)).not.toThrow()
      }),
      { numRuns: 2000 },
    )
  })

  it('tell no value that they take for a credential', () => {
    const alphabet = fc.constantFrom(...'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789')
    const values = fc
      .array(alphabet, { minLength: 14, maxLength: 30 })
      .map((characters) => `${characters.join('')}7qZ`)
    fc.assert(
      fc.property(values, (value) => {
        const charges = chargesOn(dockerfileWith(value)).filter(({ rule }) =>
          rule.id.startsWith('df-secret-in-'),
        )
        expect(charges.length).toBeGreaterThanOrEqual(7)
        for (const { complaint } of charges) expect(complaint.message).not.toContain(value)
      }),
      { numRuns: 50 },
    )
  })
})

const PIECES = (
  'FROM |RUN |COPY |ENV |ARG |USER |ADD |EXPOSE |ONBUILD |AS a|\n| |\\\n|"|\'|$(|)|`|<<EOF\n|EOF\n|${A}|A=b|=|' +
  'curl https://x.y/z| -k|pip install|sudo|chmod 4755|[|]|,|--from=a|#|é'
)
  .split('|')
  .concat('| sh')

function dockerfileWith(value: string): string {
  return `FROM debian:13
ENV DB_PASSWORD=${value} DATABASE_URL=postgres://shop:${value}@db.example/shop
ARG API_TOKEN=${value}
RUN git clone https://robot:${value}@git.example/lib.git
RUN mysql -p${value} && curl -u shop:${value} https://api.example
RUN echo "root:${value}" | chpasswd
RUN <<EOF
export API_TOKEN=${value}
EOF
CMD ["/app", "--password=${value}"]
`
}

function chargesOn(text: string): readonly Charge[] {
  const { document } = readDockerfile({ file: 'Dockerfile', text })
  const resources = document === undefined ? [] : [resourceOf(document)]
  const kubernetes = { major: 1, minor: 36 }
  return judge(createScene(resources, { kubernetes, offering: 'none', today: '2026-11-25' }), RULES)
}
