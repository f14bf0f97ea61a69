import { describe, expect, it } from 'vitest'
import { readYaml } from '../intake/yaml/read-yaml.ts'
import { patchText, type Asked } from './asked.testing.ts'

interface Case {
  readonly name: string
  readonly before: string
  readonly edits: readonly Asked[]
  readonly after: string
}

const RUN_AS: Asked = { path: ['securityContext', 'runAsNonRoot'], set: true }
const DROP: Asked = { path: ['securityContext', 'capabilities', 'drop'], add: ['ALL'] }

/** Lines without the margin that the test's own indentation gives them. */
function text(strings: TemplateStringsArray): string {
  const [, ...lines] = strings.join('').split('\n')
  const margin = /^ */.exec(lines[0] ?? '')?.[0].length ?? 0
  return lines.map((line) => line.slice(margin)).join('\n')
}

const BLOCK: readonly Case[] = [
  {
    name: 'puts a new mapping at the end of the one it joins',
    before: text`
      name: web
      image: nginx # pinned below
      `,
    edits: [RUN_AS],
    after: text`
      name: web
      image: nginx # pinned below
      securityContext:
        runAsNonRoot: true
      `,
  },
  {
    name: 'writes a mapping that several edits want once',
    before: 'name: web\n',
    edits: [RUN_AS, DROP, { path: ['securityContext', 'privileged'], set: false }],
    after: text`
      name: web
      securityContext:
        runAsNonRoot: true
        capabilities:
          drop:
            - ALL
        privileged: false
      `,
  },
  {
    name: 'makes the same edit once',
    before: 'name: web\n',
    edits: [RUN_AS, RUN_AS, DROP, DROP],
    after: text`
      name: web
      securityContext:
        runAsNonRoot: true
        capabilities:
          drop:
            - ALL
      `,
  },
  {
    name: 'edits several members of one list',
    before: text`
      spec:
        containers:
          - name: a
            image: one
          - name: b
            image: two

          # The last one.
          - name: c
        volumes: []
      `,
    edits: [
      { path: ['spec', 'containers', 2, 'x'], set: 3 },
      { path: ['spec', 'containers', 0, 'x'], set: 1 },
      { path: ['spec', 'containers', 1, 'x'], set: 2 },
    ],
    after: text`
      spec:
        containers:
          - name: a
            image: one
            x: 1
          - name: b
            image: two
            x: 2

          # The last one.
          - name: c
            x: 3
        volumes: []
      `,
  },
  {
    name: 'leaves comments and blank lines behind a mapping to what follows',
    before: text`
      a:
        b: 1

        # deeper

      # next
      c: 2
      # end
      `,
    edits: [
      { path: ['a', 'x'], set: 1 },
      { path: ['k'], set: 2 },
    ],
    after: text`
      a:
        b: 1
        x: 1

        # deeper

      # next
      c: 2
      k: 2
      # end
      `,
  },
  {
    name: 'ends inner mappings before outer ones',
    before: 'a:\n  b:\n    c: 1\n',
    edits: [
      { path: ['x'], set: 1 },
      { path: ['a', 'x'], set: 2 },
      { path: ['a', 'b', 'x'], set: 3 },
    ],
    after: 'a:\n  b:\n    c: 1\n    x: 3\n  x: 2\nx: 1\n',
  },
  {
    name: 'indents by four where the file does',
    before: text`
      spec:
          replicas: 1
          list:
              -   name: a
      `,
    edits: [
      { path: ['spec', 'x', 'k'], set: { z: ['q'] } },
      { path: ['spec', 'list', 0, 'v', 'w'], set: 1 },
    ],
    after: text`
      spec:
          replicas: 1
          list:
              -   name: a
                  v:
                      w: 1
          x:
              k:
                  z:
                      - q
      `,
  },
  {
    name: 'writes lists without indentation where the file does',
    before: text`
      spec:
        containers:
        - name: a
          image: one
      `,
    edits: [{ path: ['spec', 'containers', 0, ...DROP.path], add: ['ALL'] }],
    after: text`
      spec:
        containers:
        - name: a
          image: one
          securityContext:
            capabilities:
              drop:
              - ALL
      `,
  },
  {
    name: 'follows the habit that is nearest in a file of several',
    before: text`
      items:
      - a:
          list:
            - one:
                b: 1
      - a: {}
      `,
    edits: [
      { path: ['items', 0, 'a', 'list', 0, 'x'], set: ['k'] },
      { path: ['items', 1, 'x'], set: ['k'] },
    ],
    after: text`
      items:
      - a:
          list:
            - one:
                b: 1
              x:
                - k
      - a: {}
        x:
        - k
      `,
  },
  {
    name: 'takes the habit of another document where its own shows none',
    before: text`
      a: 1
      ---
      b:
          c:
          - 1
      `,
    edits: [{ path: ['x', 'k'], set: [1] }],
    after: text`
      a: 1
      x:
          k:
          - 1
      ---
      b:
          c:
          - 1
      `,
  },
  {
    name: 'opens a key that has no value yet',
    before: text`
      name: web
      securityContext: # none so far
      image: nginx
      `,
    edits: [RUN_AS],
    after: text`
      name: web
      securityContext: # none so far
        runAsNonRoot: true
      image: nginx
      `,
  },
  {
    name: 'opens null, ~, {} and [] as blocks',
    before: text`
      a: null # a
      b: ~
      c: {} # c
      d: []
      e: { }
      `,
    edits: [
      { path: ['a', 'x'], set: 1 },
      { path: ['b'], add: ['k'] },
      { path: ['c', 'x', 'k'], set: 1 },
      { path: ['d'], add: [{ x: 1, k: { z: 2 } }, 3] },
      { path: ['e', 'x'], set: 1 },
    ],
    after: text`
      a: # a
        x: 1
      b:
        - k
      c: # c
        x:
          k: 1
      d:
        - x: 1
          k:
            z: 2
        - 3
      e:
        x: 1
      `,
  },
  {
    name: 'opens an empty member of a list',
    before: 'a:\n  -\n  - {} # b\n  - null\n',
    edits: [
      { path: ['a', 0, 'x'], set: 1 },
      { path: ['a', 0, 'k'], set: 2 },
      { path: ['a', 1, 'x'], set: 1 },
      { path: ['a', 2, 'x'], set: [1] },
    ],
    after: 'a:\n  - x: 1\n    k: 2\n  - x: 1 # b\n  - x:\n      - 1\n',
  },
  {
    name: 'adds members that are not there',
    before: text`
      drop:
        - NET_RAW # one
        # of several

      b: 1
      `,
    edits: [
      { path: ['drop'], add: ['NET_RAW', 'ALL', 'ALL'] },
      { path: ['drop'], add: ['KILL', 'ALL'] },
    ],
    after: text`
      drop:
        - NET_RAW # one
        - ALL
        - KILL
        # of several

      b: 1
      `,
  },
  {
    name: 'quotes new members as the last one is',
    before: "a:\n- 'x'\nb:\n- \"k\"\nc: [ 'z' ]\n",
    edits: [
      { path: ['a'], add: ["it's"] },
      { path: ['b'], add: ['q'] },
      { path: ['c'], add: ['q', 1] },
    ],
    after: "a:\n- 'x'\n- 'it''s'\nb:\n- \"k\"\n- \"q\"\nc: [ 'z', 'q', 1 ]\n",
  },
  {
    name: 'keeps quotes and comments when it replaces a scalar',
    before: text`
      a: "one" # a
      b: 'two' # b
      c: three # c
      d: "4"
      e: five
      f: "six"
      `,
    edits: [
      { path: ['a'], set: 'x' },
      { path: ['b'], set: "it's" },
      { path: ['c'], set: 'z' },
      { path: ['d'], set: 5 },
      { path: ['e'], set: 'yes' },
      { path: ['f'], set: false },
    ],
    after: text`
      a: "x" # a
      b: 'it''s' # b
      c: z # c
      d: 5
      e: "yes"
      f: false
      `,
  },
  {
    name: 'replaces a value by one of another kind',
    before: text`
      a: # old
        b: 1 # gone
        c:
          - 2
      d: 3 # kept
      e:
      - f: 1
        g: 2
      - h
      `,
    edits: [
      { path: ['a'], set: 'flat' },
      { path: ['d'], set: { x: 1, k: [2] } },
      { path: ['e', 0], set: 'flat' },
      { path: ['e', 1], set: { i: 1, j: { k: 2 } } },
    ],
    after: text`
      a: flat # old
      d: # kept
        x: 1
        k:
          - 2
      e:
      - flat
      - i: 1
        j:
          k: 2
      `,
  },
  {
    name: 'keeps what the old and the new mapping share',
    before: text`
      limits:
        cpu: 1 # measured
        memory: 1Gi
      args: [a, b]
      `,
    edits: [
      { path: ['limits'], set: { cpu: 1, 'ephemeral-storage': '2Gi' } },
      { path: ['args'], set: ['a', 'b', 'c'] },
    ],
    after: text`
      limits:
        cpu: 1 # measured
        ephemeral-storage: 2Gi
      args: [a, b, c]
      `,
  },
  {
    name: 'replaces block scalars and texts of several lines',
    before: text`
      a: |
        one
        two
      b: >-
        three

      c: four
        five
      d: "six
        seven" # d
      e: 8
      `,
    edits: [
      { path: ['a'], set: 'x' },
      { path: ['b'], set: { k: 1 } },
      { path: ['c'], set: 'z' },
      { path: ['d'], set: 'q' },
    ],
    after: text`
      a: x
      b:
        k: 1

      c: z
      d: "q" # d
      e: 8
      `,
  },
  {
    name: 'adds fields behind block scalars',
    before: text`
      a:
        b: |
          one

      c:
        d: |+
          two

      e:
        f: >
          three
      `,
    edits: [
      { path: ['a', 'x'], set: 1 },
      { path: ['c', 'x'], set: 2 },
      { path: ['e', 'x'], set: 3 },
    ],
    after: text`
      a:
        b: |
          one
        x: 1

      c:
        d: |+
          two

        x: 2
      e:
        f: >
          three
        x: 3
      `,
  },
  {
    name: 'writes texts so that they read back as texts',
    before: 'a: 1\n',
    edits: [
      {
        path: ['x'],
        set: {
          word: 'no',
          number: '0644',
          version: '1.2.3',
          memory: '128Mi',
          cpu: '100m',
          image: 'r.io/a/b:1.2@sha256:ab',
          flag: '--a=b',
          colon: 'a: b',
          comment: 'a #b',
          empty: '',
          lines: 'a\nb',
          end: 'a:',
          space: ' a',
          on: 'x',
          '80': 'http',
          date: '2020-01-01',
          time: '22:22',
          exponent: '1e3',
          star: '*a',
          brace: '{{ x }}',
          path: '/etc/x',
        },
      },
    ],
    after: text`
      a: 1
      x:
        "80": http
        word: "no"
        number: "0644"
        version: 1.2.3
        memory: 128Mi
        cpu: 100m
        image: r.io/a/b:1.2@sha256:ab
        flag: --a=b
        colon: "a: b"
        comment: "a #b"
        empty: ""
        lines: "a\\nb"
        end: "a:"
        space: " a"
        "on": x
        date: "2020-01-01"
        time: "22:22"
        exponent: "1e3"
        star: "*a"
        brace: "{{ x }}"
        path: /etc/x
      `,
  },
  {
    name: 'finds fields under quoted and odd keys',
    before: '"a b": 1\n\'it\'\'s\':\n  x: 1\n"q\\"": {}\non: 1\n7: 2\n',
    edits: [
      { path: ['a b'], set: 2 },
      { path: ["it's", 'k'], set: 2 },
      { path: ['q"', 'z'], set: 3 },
      { path: ['true'], set: 4 },
      { path: ['7'], set: { a: 1 } },
    ],
    after: '"a b": 2\n\'it\'\'s\':\n  x: 1\n  k: 2\n"q\\"":\n  z: 3\non: 4\n7:\n  a: 1\n',
  },
]

const REMOVAL: readonly Case[] = [
  {
    name: 'takes the whole line, but not the comment above it',
    before: text`
      a: 1
      # About b, or about a.
      b: 2 # gone
      c: 3
      `,
    edits: [{ path: ['b'] }],
    after: text`
      a: 1
      # About b, or about a.
      c: 3
      `,
  },
  {
    name: 'takes all lines of a value',
    before: 'a: 1\nb:\n  - x: |\n      text\n\n      more\n    k: 1 # k\nc: 3\n',
    edits: [{ path: ['b'] }],
    after: 'a: 1\nc: 3\n',
  },
  {
    name: 'takes the first, the last and the line at the end of the file',
    before: 'a: 1\nb: 2\nc: 3',
    edits: [{ path: ['a'] }, { path: ['c'] }],
    after: 'b: 2',
  },
  {
    name: 'takes away the mapping that becomes empty, and the one around it',
    before: text`
      name: web
      securityContext:
        capabilities:
          add:
            - SYS_ADMIN
      image: x
      `,
    edits: [{ path: ['securityContext', 'capabilities', 'add'] }],
    after: 'name: web\nimage: x\n',
  },
  {
    name: 'takes away the list that becomes empty',
    before: 'name: web\nadd:\n  - A\n  - B # b\n',
    edits: [{ path: ['add', 0] }, { path: ['add', 1] }],
    after: 'name: web\n',
  },
  {
    name: 'leaves {} where the empty mapping has to stay',
    before: text`
      spec:
        replicas: 1
      list:
        - a: 1 # a
        - b: 2
      nested:
        - - x
        - - k
      podSelector:
        matchLabels:
          app: x
      `,
    edits: [
      { path: ['spec', 'replicas'] },
      { path: ['list', 0, 'a'] },
      { path: ['nested', 1, 0] },
      { path: ['podSelector', 'matchLabels', 'app'] },
    ],
    after: text`
      spec: {}
      list:
        - {} # a
        - b: 2
      nested:
        - - x
        - []
      podSelector: {}
      `,
  },
  {
    name: 'leaves {} for a whole document',
    before: '# top\na: 1\n',
    edits: [{ path: ['a'] }],
    after: '# top\n{}\n',
  },
  {
    name: 'moves the next field up to the hyphen',
    before: text`
      - privileged: true # p
        name: a
      - privileged: true

        other: 1
        name: b
      - privileged: true
        # About the name.
        name: c
      `,
    edits: [
      { path: [0, 'privileged'] },
      { path: [1, 'privileged'] },
      { path: [1, 'other'] },
      { path: [2, 'privileged'] },
    ],
    after: text`
      - name: a
      - name: b
      -
        # About the name.
        name: c
      `,
  },
  {
    name: 'removes members and keeps their neighbours',
    before: text`
      list:
        # one
        - a: 1
          b: 2
        # two
        - c
        -
          # three
          d: 4
        - e
      `,
    edits: [{ path: ['list', 0] }, { path: ['list', 2] }],
    after: text`
      list:
        # one
        # two
        - c
        - e
      `,
  },
  {
    name: 'removes and adds in one place',
    before: 'a:\n  b: 1\n  c: 2\nl:\n  - x\n  - k\nm:\n  - z\nq:\n  o: 1\nend: 1\n',
    edits: [
      { path: ['a', 'c'] },
      { path: ['a', 'd'], set: 3 },
      { path: ['l', 1] },
      { path: ['l'], add: ['w'] },
      { path: ['m', 0] },
      { path: ['m'], add: ['q', 'r'] },
      { path: ['q', 'o'] },
      { path: ['q', 'p'], set: 1 },
      { path: ['q', 'q'], set: 2 },
    ],
    after: 'a:\n  b: 1\n  d: 3\nl:\n  - x\n  - w\nm:\n  - q\n  - r\nq:\n  p: 1\n  q: 2\nend: 1\n',
  },
  {
    name: 'removes every writing of a key given twice, and changes the last',
    before: 'a: 1\nb: 2\na: 3\nb: 4\nc: 5\n',
    edits: [{ path: ['a'] }, { path: ['b'], set: 6 }],
    after: 'b: 2\nb: 6\nc: 5\n',
  },
  {
    name: 'removes a field whose value is null',
    before: 'a:\nb: null # b\nc: 1\n',
    edits: [{ path: ['a'] }, { path: ['b'] }],
    after: 'c: 1\n',
  },
  {
    name: 'has nothing to remove where nothing is',
    before: 'a: 1\n',
    edits: [{ path: ['b'] }, { path: ['c', 'd', 0] }, { path: ['a', 'b'] }],
    after: 'a: 1\n',
  },
]

const FLOW: readonly Case[] = [
  {
    name: 'fills brackets inside a block document',
    before: 'a: {b: 1} # a\nc: { d: 2 }\ne: [x]\nf: [ ]\ng: {h: {}}\n',
    edits: [
      { path: ['a', 'x'], set: 'k' },
      { path: ['c', 'x'], set: { k: [1, 'two'] } },
      { path: ['e'], add: ['ALL', { a: 'b' }] },
      { path: ['f'], add: ['q'] },
      { path: ['g', 'h', 'i'], set: 1 },
    ],
    after:
      'a: {b: 1, x: k} # a\nc: { d: 2, x: { k: [ 1, two ] } }\ne: [x, ALL, {a: b}]\nf:\n  - q\ng: {h: {i: 1}}\n',
  },
  {
    name: 'removes members with their commas',
    before: 'a: {b: 1, c: 2, d: 3}\ne: [x, k, z]\nf: {g: 1, h: 2}\ni: [1]\nj: {k: 1}\nl: 1\n',
    edits: [
      { path: ['a', 'b'] },
      { path: ['e', 1] },
      { path: ['f', 'h'] },
      { path: ['f', 'x'], set: 1 },
      { path: ['i', 0] },
      { path: ['j', 'k'] },
      { path: ['j', 'm'], set: 2 },
    ],
    after: 'a: {c: 2, d: 3}\ne: [x, z]\nf: {g: 1, x: 1}\nj: {m: 2}\nl: 1\n',
  },
  {
    name: 'removes several at the end',
    before: 'a: {b: 1, c: 2, d: 3 }\n',
    edits: [{ path: ['a', 'c'] }, { path: ['a', 'd'] }],
    after: 'a: {b: 1 }\n',
  },
  {
    name: 'keeps a comma at the end',
    before: 'a: {b: 1,}\nc: [\n  1, # one\n  2, # two\n]\n',
    edits: [{ path: ['a', 'x'], set: 2 }, { path: ['c'], add: [3] }, { path: ['c', 1] }],
    after: 'a: {b: 1, x: 2,}\nc: [\n  1, # one\n  3,\n]\n',
  },
  {
    name: 'keeps comments behind members with lines of their own',
    before: 'a: {\n  b: 1, # one\n  c: 2 # two\n}\n',
    edits: [{ path: ['a', 'd'], set: 3 }],
    after: 'a: {\n  b: 1, # one\n  c: 2, # two\n  d: 3\n}\n',
  },
  {
    name: 'takes a member with its own line and the comma before it',
    before: 'a: {\n  b: 1, # one\n  c: 2 # two\n}\n',
    edits: [{ path: ['a', 'c'] }],
    after: 'a: {\n  b: 1 # one\n}\n',
  },
  {
    name: 'changes what has no value in brackets',
    before: 'a: {b: , c: null}\n',
    edits: [
      { path: ['a', 'b'], set: 1 },
      { path: ['a', 'c', 'd'], set: 2 },
    ],
    after: 'a: {b: 1, c: {d: 2}}\n',
  },
]

const JSON_TEXT: readonly Case[] = [
  {
    name: 'keeps the lines of JSON',
    before: '{\n  "a": 1,\n  "b": {\n    "c": [\n      "x"\n    ]\n  },\n  "d": {}\n}\n',
    edits: [
      { path: ['b', 'c'], add: ['yes'] },
      { path: ['d', 'x', 'k'], set: [true, null] },
      { path: ['e'], set: { f: [] } },
    ],
    after:
      '{\n  "a": 1,\n  "b": {\n    "c": [\n      "x",\n      "yes"\n    ]\n  },\n  "d": {\n    "x": {\n      "k": [\n        true,\n        null\n      ]\n    }\n  },\n  "e": {\n    "f": []\n  }\n}\n',
  },
  {
    name: 'indents JSON with tabs where its author did',
    before: '{\n\t"a": {\n\t\t"b": 1\n\t}\n}',
    edits: [{ path: ['a', 'c', 'd'], set: 2 }],
    after: '{\n\t"a": {\n\t\t"b": 1,\n\t\t"c": {\n\t\t\t"d": 2\n\t\t}\n\t}\n}',
  },
  {
    name: 'keeps JSON on one line there',
    before: '{"a":{"b":"x"},"c":[],"d":null}',
    edits: [
      { path: ['a', 'e'], set: 'k' },
      { path: ['c'], add: [1, { f: 2 }] },
      { path: ['d', 'g'], set: 3 },
      { path: ['a', 'b'], set: 'z' },
    ],
    after: '{"a":{"b":"z","e":"k"},"c":[1,{"f":2}],"d":{"g":3}}',
  },
  {
    name: 'removes from JSON',
    before: '{\n  "a": 1,\n  "b": 2,\n  "c": {\n    "d": 3\n  }\n}\n',
    edits: [{ path: ['b'] }, { path: ['c', 'd'] }],
    after: '{\n  "a": 1\n}\n',
  },
  {
    name: 'fills an empty object',
    before: '{}\n',
    edits: [{ path: ['a', 'b'], set: 'c' }],
    after: '{"a": {"b": "c"}}\n',
  },
]

const FILES: readonly Case[] = [
  {
    name: 'keeps CRLF and the byte order mark',
    before: '\ufeffa:\r\n  b: 1 # c\r\nd: 2\r\n',
    edits: [{ path: ['a', 'x', 'k'], set: ['z'] }, { path: ['d'] }],
    after: '\ufeffa:\r\n  b: 1 # c\r\n  x:\r\n    k:\r\n      - z\r\n',
  },
  {
    name: 'gives no newline to a file without one',
    before: 'a: 1\nb:\n  c: 2',
    edits: [
      { path: ['b', 'x'], set: 3 },
      { path: ['k'], set: 4 },
    ],
    after: 'a: 1\nb:\n  c: 2\n  x: 3\nk: 4',
  },
  {
    name: 'keeps a block scalar as it is at the end of a text without a last break',
    before: 'a:\n- b: |\n    one',
    edits: [{ path: ['a', 0, 'x'], set: 1 }],
    after: 'a:\n- b: |-\n    one\n  x: 1',
  },
  {
    name: 'says of every block scalar there that it has no last break',
    before: 'a: |2+\n  one',
    edits: [{ path: ['x'], set: 1 }],
    after: 'a: |2-\n  one\nx: 1',
  },
  {
    name: 'leaves the break of a block scalar that comes to stand at the end',
    before: 'a: |\n  one\nb: 1\nc: 2',
    edits: [{ path: ['b'] }, { path: ['c'] }],
    after: 'a: |\n  one\n',
  },
  {
    name: 'stays between the marks of a document',
    before: '%YAML 1.1\n---\na: 1\n...\n---\n# two\nb: 2\n---\nc: {}\n... # end\n',
    edits: [
      { in: 0, path: ['x'], set: 1 },
      { in: 1, path: ['x'], set: 2 },
      { in: 1, path: ['b'] },
      { in: 2, path: ['c', 'x'], set: 3 },
    ],
    after: '%YAML 1.1\n---\na: 1\nx: 1\n...\n---\n# two\nx: 2\n---\nc:\n  x: 3\n... # end\n',
  },
  {
    name: 'removes the first lines of a file and of a document',
    before: 'a: 1\nb: 2\n---\na: 1\nb: 2\n',
    edits: [
      { in: 0, path: ['a'] },
      { in: 1, path: ['a'] },
    ],
    after: 'b: 2\n---\nb: 2\n',
  },
  {
    name: 'works beside a broken document',
    before: 'a: 1\n---\nb: [\n---\nc: 1\n',
    edits: [
      { in: 0, path: ['x'], set: 1 },
      { in: 1, path: ['x'], set: 2 },
    ],
    after: 'a: 1\nx: 1\n---\nb: [\n---\nc: 1\nx: 2\n',
  },
]

const ANCHORS: readonly Case[] = [
  {
    name: 'changes an anchor when all its uses want the same',
    before: 'a: &x\n  b: 1\nc: *x\n',
    edits: [
      { path: ['a', 'k'], set: 2 },
      { path: ['c', 'k'], set: 2 },
    ],
    after: 'a: &x\n  b: 1\n  k: 2\nc: *x\n',
  },
  {
    name: 'replaces and removes aliases, and adds behind them',
    before: 'a: &x\n  b: 1\nc: *x\nd: *x # d\ne:\n  f: *x\n',
    edits: [{ path: ['c'], set: 'flat' }, { path: ['d'] }, { path: ['e', 'g'], set: 1 }],
    after: 'a: &x\n  b: 1\nc: flat\ne:\n  f: *x\n  g: 1\n',
  },
  {
    name: 'overrides a merged field beside the merge',
    before: 'a: &x\n  b: 1\nc:\n  <<: *x\nd: {<<: *x}\ne:\n  f: 1\n  <<: *x\n',
    edits: [{ path: ['c', 'b'], set: 2 }, { path: ['d', 'b'], set: 3 }, { path: ['e', 'f'] }],
    after: 'a: &x\n  b: 1\nc:\n  <<: *x\n  b: 2\nd: {<<: *x, b: 3}\ne:\n  <<: *x\n',
  },
  {
    name: 'edits beside a key behind a question mark',
    before: '? a\n: 1\n---\n? b\n: c: 1\n',
    edits: [
      { path: ['x'], set: 1 },
      { in: 1, path: ['b', 'x'], set: 2 },
    ],
    after: '? a\n: 1\nx: 1\n---\n? b\n: c: 1\n  x: 2\n',
  },
  {
    name: 'edits beside anchors and tags',
    before: 'a: !!str 1\nb: &x {c: 1}\nd:\n  - *x\n  - e\n',
    edits: [{ path: ['d'], add: ['f'] }, { path: ['g'], set: 1 }, { path: ['d', 1] }],
    after: 'a: !!str 1\nb: &x {c: 1}\nd:\n  - *x\n  - f\ng: 1\n',
  },
]

describe.each([
  ['block', BLOCK],
  ['removal', REMOVAL],
  ['flow', FLOW],
  ['JSON', JSON_TEXT],
  ['files', FILES],
  ['anchors', ANCHORS],
])('%s', (_, cases) => {
  it.each(cases)('$name', ({ before, edits, after }) => {
    const patch = patchText(before, edits, readYaml)
    expect(patch.refused).toEqual([])
    expect(patch.text).toBe(after)
  })

  it.each(cases.filter(({ edits }) => edits.every(isRepeatable)))(
    '$name, once',
    ({ after, edits }) => {
      expect(patchText(after, edits, readYaml).text).toBe(after)
    },
  )
})

/** Removing a member by its number takes the next one when it is done again. */
function isRepeatable({ path, set, add }: Asked): boolean {
  return set !== undefined || add !== undefined || typeof path.at(-1) === 'string'
}
