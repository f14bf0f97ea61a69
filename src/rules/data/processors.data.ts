/** A service of another company that takes logs, traces, errors or events. `signs` are parts of hosts and of images. */
export interface Processor {
  readonly title: string
  /** The word by which a list of processors names it. */
  readonly word: string
  readonly signs: RegExp
}

/** Source: the vendors' pages about agents and intake addresses. Read 2026-11-24. */
export const PROCESSORS: readonly Processor[] = [
  {
    title: 'Datadog',
    word: 'datadog',
    signs: /datadoghq\.(?:com|eu)|ddog-gov\.com|datadog\/(?:cluster-)?agent|datadoghq\/agent/i,
  },
  { title: 'New Relic', word: 'newrelic', signs: /nr-data\.net|newrelic\.com|newrelic\//i },
  {
    title: 'Dynatrace',
    word: 'dynatrace',
    signs: /live\.dynatrace\.com|dynatrace\/(?:oneagent|dynatrace)/i,
  },
  { title: 'Splunk Cloud', word: 'splunk', signs: /splunkcloud\.com|signalfx\.com/i },
  {
    title: 'Sentry',
    word: 'sentry',
    signs: /(?:ingest\.|@)(?:\w{1,10}\.)?sentry\.io|\.sentry\.io/i,
  },
  { title: 'Sumo Logic', word: 'sumologic', signs: /sumologic\.(?:com|net)/i },
  { title: 'Honeycomb', word: 'honeycomb', signs: /api\.(?:eu1\.)?honeycomb\.io/i },
  { title: 'Grafana Cloud', word: 'grafana', signs: /\.grafana\.net/i },
  { title: 'Logz.io', word: 'logz', signs: /\.logz\.io/i },
  { title: 'Loggly', word: 'loggly', signs: /\.loggly\.com/i },
  { title: 'Papertrail', word: 'papertrail', signs: /\.papertrailapp\.com/i },
  { title: 'Elastic Cloud', word: 'elastic', signs: /\.elastic-cloud\.com|\.es\.io|\.found\.io/i },
  { title: 'Instana', word: 'instana', signs: /\.instana\.io|instana\/agent/i },
  { title: 'Bugsnag', word: 'bugsnag', signs: /notify\.bugsnag\.com/i },
  { title: 'Rollbar', word: 'rollbar', signs: /api\.rollbar\.com/i },
  { title: 'Segment', word: 'segment', signs: /api\.segment\.io/i },
  { title: 'Mixpanel', word: 'mixpanel', signs: /api(?:-eu)?\.mixpanel\.com/i },
  { title: 'Amplitude', word: 'amplitude', signs: /api2?\.amplitude\.com/i },
]
