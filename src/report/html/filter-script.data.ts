/**
 * The script of the page: it shows the filters and hides what they leave out. A row has its facts on itself, on its
 * group or where its rule is explained, and its words on itself and above the rows that share them. It reads text only, writes text only, and keeps nothing.
 */
export const FILTER_SCRIPT = `(() => {
  const filters = document.getElementById('filters')
  if (filters === null) return
  const choices = [...filters.querySelectorAll('select')]
  const words = document.getElementById('q')
  const count = document.getElementById('count')
  const rules = new Map(
    [...document.querySelectorAll('[data-s]')].map((rule) => ['#' + rule.id, rule]),
  )
  const ruleOf = (row) => rules.get(row.querySelector('a')?.getAttribute('href'))
  const groups = [...document.querySelectorAll('.chapter .group')].map((group) => ({
    group,
    folds: [...group.querySelectorAll('.more')],
    parts: [...group.querySelectorAll('.some')],
    rows: [...group.querySelectorAll('li[id]')].map((row) => ({
      row,
      facts: { t: 'open', ...(ruleOf(row) ?? group).dataset, ...row.dataset },
      part: row.closest('.some'),
      text: undefined,
    })),
  }))
  const textOf = (title, { part, row }) =>
    [title, part?.firstElementChild.textContent, row.textContent].join(' ').toLowerCase()
  const total = groups.reduce((sum, { rows }) => sum + rows.length, 0)
  const narrow = () => {
    const wanted = choices.filter(({ value }) => value !== '')
    const sought = words.value.trim().toLowerCase()
    const isNarrow = wanted.length > 0 || sought !== ''
    let shown = 0
    for (const { group, folds, parts, rows } of groups) {
      const title = sought === '' ? '' : group.firstElementChild.textContent
      let some = 0
      for (const one of rows) {
        if (sought !== '') one.text ??= textOf(title, one)
        const fits = wanted.every(({ dataset, value }) => one.facts[dataset.key] === value)
        const isShown = fits && (sought === '' || one.text.includes(sought))
        one.row.hidden = !isShown
        if (isShown) some += 1
      }
      group.hidden = some === 0
      for (const part of parts) part.hidden = part.querySelector('li:not([hidden])') === null
      for (const fold of folds) {
        if (isNarrow) fold.open = true
      }
      shown += some
    }
    for (const chapter of document.querySelectorAll('.chapter')) {
      chapter.hidden = chapter.querySelector('.group:not([hidden])') === null
    }
    count.textContent = shown + ' of ' + total + ' findings shown'
  }
  let pending
  const soon = () => {
    clearTimeout(pending)
    pending = setTimeout(narrow, 120)
  }
  for (const choice of choices) choice.addEventListener('change', narrow)
  words.addEventListener('input', soon)
  document.getElementById('all').addEventListener('click', () => {
    for (const choice of choices) choice.value = ''
    words.value = ''
    narrow()
  })
  // A link to a finding or a rule shows it, whatever is filtered.
  addEventListener('hashchange', () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    if (target === null || target.closest('[hidden]') === null) return
    document.getElementById('all').click()
    target.scrollIntoView()
  })
  filters.hidden = false
  count.textContent = total + ' of ' + total + ' findings shown'
})()
`
