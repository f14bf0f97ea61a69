/** Names of regions of the European Economic Area that do not begin with their country. Read 2026-11-24. */
export const REGIONS = {
  sources: [
    'https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html',
    'https://cloud.google.com/compute/docs/regions-zones',
    'https://learn.microsoft.com/en-us/azure/reliability/regions-list',
    'https://www.scaleway.com/en/docs/account/reference-content/products-availability/',
  ],
  /** What a name of a region looks like, for each provider. */
  names: [
    /\b(?:us|eu|ap|sa|ca|me|af|il|mx|cn)-(?:gov-)?(?:north|south|east|west|central|northeast|southeast|southwest|northwest)-\d(?=[a-f]?\b)/,
    /\b(?:us|europe|asia|australia|northamerica|southamerica|me|africa)-(?:north|south|east|west|central|northeast|southeast|southwest)\d{1,2}\b/,
    /\b(?:fr-par|nl-ams|pl-waw|it-mil)\b/,
    /\b(?:westeurope|northeurope|francecentral|francesouth|germanywestcentral|germanynorth|swedencentral|swedensouth|norwayeast|norwaywest|italynorth|polandcentral|spaincentral|austriaeast|belgiumcentral|denmarkeast|uksouth|ukwest|switzerlandnorth|switzerlandwest|eastus2?|westus[23]?|centralus|northcentralus|southcentralus|westcentralus|canadacentral|canadaeast|brazilsouth|eastasia|southeastasia|japaneast|japanwest|koreacentral|australiaeast|australiasoutheast|centralindia|southindia|uaenorth|southafricanorth|qatarcentral|israelcentral)\b/,
  ],
  /** What of these lies in the Area. */
  inArea:
    /^(?:eu-(?:north|south|west|central)-\d|europe-(?:north|south|east|west|central|southwest)\d{1,2}|fr-par|nl-ams|pl-waw|it-mil|westeurope|northeurope|france\w+|germany\w+|sweden\w+|norway\w+|italynorth|polandcentral|spaincentral|austriaeast|belgiumcentral|denmarkeast)$/,
  /** What looks as if it did, and does not: London and Zurich. */
  outOfArea: ['eu-west-2', 'eu-central-2', 'europe-west2', 'europe-west6'],
  /** Regions of Scaleway without the certificate for health data of France. */
  withoutHealthHosting: ['nl-ams', 'pl-waw', 'it-mil'],
} as const
