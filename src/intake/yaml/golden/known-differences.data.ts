/** Golden cases that we do not read as Go does, and why. */
export interface KnownDifference {
  readonly reason: string
  readonly cases: readonly string[]
}

/** Where readYaml differs from Go. The list must only become shorter. */
export const READER_DIFFERENCES: readonly KnownDifference[] = [
  {
    reason: 'An end marker without a document holds nothing that could be missed.',
    cases: [
      'scalar ... as root',
      'empty text 8',
      'HWV9 Document-end marker',
      'QT73 Comment and document-end marker',
    ],
  },
  {
    reason:
      'Go takes a question mark inside brackets for the sign of a complex key; we refuse rather than read it so.',
    cases: [
      'scalar ?a in flow list',
      'scalar ?a as flow key',
      'flow 55',
      '652Z Question mark at start of flow key',
      'HM87-1 Scalars in flow start with syntax char',
    ],
  },
  {
    reason:
      'Go takes a comma or bracket behind a tag for a part of its name; we refuse rather than lose it.',
    cases: ['scalar !a in flow list', 'tags 57', 'U99R Invalid comma in tag'],
  },
  {
    reason:
      'What begins with a brace is tried as JSON first, as kubectl does; Go read it as YAML alone.',
    cases: [
      'double quotes 62',
      'double quotes 67',
      'double quotes 68',
      'double quotes 69',
      'double quotes 70',
      'double quotes 71',
      'long keys 8',
      '4MUZ-0 Flow mapping colon on line after key',
      'Q5MG Tab at beginning of line followed by a flow mapping',
    ],
  },
  {
    reason:
      'Go stops at a document without its own start marker; we read it, as what is not seen must not look clean.',
    cases: [
      'documents 6',
      '3HFZ Invalid content after document end marker',
      '7Z25 Bare document after document end marker',
    ],
  },
  {
    reason:
      'Line breaks that only YAML 1.1 knows: other tools and people see none there, so we refuse.',
    cases: [
      'windows 12',
      'windows 13',
      'windows 14',
      'windows 15',
      'control characters 13',
      'control characters 14',
      'control characters 15',
    ],
  },
  {
    reason:
      'A colon right behind the name of an anchor or alias: the library takes it for a part of the name, so we refuse.',
    cases: ['anchors 12', 'Y2GN Anchor with colon in the middle'],
  },
  {
    reason: 'Directives in places where the library takes none.',
    cases: ['9HCY Need document footer before directives', 'MUS6-0 Directive variants'],
  },
]

/** Where the library, corrected and on its own, differs from Go. The list must only become shorter. */
export const LIBRARY_DIFFERENCES: readonly KnownDifference[] = [
  {
    reason: 'An end marker without a document holds nothing that could be missed.',
    cases: [
      'scalar ... as root',
      'empty text 8',
      'HWV9 Document-end marker',
      'QT73 Comment and document-end marker',
    ],
  },
  {
    reason: 'The library takes a lone dash inside brackets for a list.',
    cases: [
      'scalar - in flow list',
      'flow 52',
      'G5U8 Plain dashes in flow sequence',
      'YJV2 Dash in flow sequence',
    ],
  },
  {
    reason: 'The library takes tabs in more places; Go refuses them.',
    cases: [
      'scalar - in flow map',
      'scalar ?a as flow key',
      'unwritten 16',
      'empty text 11',
      'empty text 12',
      'empty text 13',
      'double quotes 67',
      'flow 63',
      'flow 64',
      '4ABK Flow Mapping Separate Values',
      '652Z Question mark at start of flow key',
      '6CA3 Tab indented top flow',
      'DK95-0 Tabs that look like indentation',
      'DK95-3 Tabs that look like indentation',
      'DK95-4 Tabs that look like indentation',
      'Q5MG Tab at beginning of line followed by a flow mapping',
    ],
  },
  {
    reason:
      'The library has another idea of colons inside brackets than Go; checkTokens refuses those texts.',
    cases: [
      'scalar ?a in flow list',
      'flow 55',
      'flow 62',
      'flow 65',
      'HM87-1 Scalars in flow start with syntax char',
    ],
  },
  {
    reason:
      'Go takes a comma or bracket behind a tag for a part of its name; we refuse rather than lose it.',
    cases: ['scalar !a in flow list', 'tags 57', 'U99R Invalid comma in tag'],
  },
  {
    reason: 'The library wants a space before every comment.',
    cases: [
      'maps 48',
      'maps 49',
      'maps 50',
      'maps 51',
      'maps 52',
      'flow 31',
      'flow 94',
      'literal 33',
      'folded 33',
      '9JBA Invalid comment after end of flow sequence',
      'CVW2 Invalid comment after comma',
      'S98Z Block scalar with more spaces than first content line',
      'SU5Z Comment without whitespace after doublequoted scalar',
      'X4QW Comment without whitespace after block scalar indicator',
    ],
  },
  {
    reason: 'The library wants the lines of a quoted text indented.',
    cases: [
      'double quotes 14',
      'double quotes 17',
      'double quotes 18',
      'double quotes 45',
      'single quotes 19',
      'single quotes 24',
      'DK95-1 Tabs that look like indentation',
      'HRE5 Double quoted scalar with escaped single quote',
      'QB6E Wrong indented multiline quoted scalar',
    ],
  },
  {
    reason: 'The library does not know the escape of a single quote.',
    cases: ['double quotes 22'],
  },
  {
    reason: 'The library wants what is inside brackets indented.',
    cases: [
      'flow 8',
      'flow 88',
      'flow 93',
      'flow 117',
      '9C9N Wrong indented flow sequence',
      'Y79Y-3 Tabs in various contexts',
    ],
  },
  {
    reason:
      'Go stops at a document without its own start marker; we read it, as what is not seen must not look clean.',
    cases: [
      'documents 6',
      '3HFZ Invalid content after document end marker',
      '7Z25 Bare document after document end marker',
    ],
  },
  {
    reason:
      'Line breaks that only YAML 1.1 knows: other tools and people see none there, so we refuse.',
    cases: [
      'windows 12',
      'windows 13',
      'windows 14',
      'windows 15',
      'control characters 13',
      'control characters 14',
      'control characters 15',
    ],
  },
  {
    reason:
      'A colon right behind the name of an anchor or alias: the library takes it for a part of the name, so we refuse.',
    cases: ['anchors 12', 'Y2GN Anchor with colon in the middle'],
  },
  {
    reason: 'Directives in places where the library takes none.',
    cases: ['9HCY Need document footer before directives', 'MUS6-0 Directive variants'],
  },
]
