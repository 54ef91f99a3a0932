metadata name = 'Lysekil.Serverless'
metadata description = 'A site that publishes by events: storage, events, functions and role assignments. There are no keys.'

import { runtimeContainers } from 'modules/names.bicep'
import { builtInRoles, customRole, customRoles } from 'modules/roles.bicep'

targetScope = 'subscription'

// --- Where, and for whom ----------------------------------------------------------------------------------------------

@description('Name of the deployment in azd; part of the resource group\'s name.')
@minLength(1)
@maxLength(64)
param environmentName string

@description('Region of every resource. It must offer Flex Consumption, and the kinds of redundancy below.')
@minLength(1)
@metadata({
  azd: {
    type: 'location'
  }
})
param location string

@description('Object id of the Entra group whose members write for the site; empty: assigned later.')
param editorsGroupId string = ''

@description('Object id of the Entra group whose members may also change the theme and the settings of the site; empty: assigned later.')
param designersGroupId string = ''

@description('Whether the deploying account may upload content, as the first deployment does. The hook after that takes it back, unless it is set.')
param deployerIsEditor bool = true

@description('Whether the deploying account may define roles and set a lock, as an Owner may. Else both stay as an Owner has left them.')
param deployerIsOwner bool = true

@description('Addresses that alerts are mailed to, on top of the subscription\'s owners.')
param alertEmails string[] = []

@description('Client id of the Entra application that people sign in to HTTP functions with; empty: these answer 401.')
param signInClientId string = ''

@description('Domain of the site, such as www.lysekil.example, by Front Door at some 35 dollars a month; empty: Azure\'s own.')
param customDomain string = ''

@description('Owner of the deployment, as a tag of each resource; empty: no tag.')
param owner string = ''

@description('Cost centre of the deployment, as a tag of each resource; empty: no tag.')
param costCentre string = ''

// --- What it may cost -------------------------------------------------------------------------------------------------

@description('Monthly cost at which a warning is sent, in the currency of the bill.')
@minValue(1)
param monthlyBudget int = 250

@description('First day of the budget\'s first month, as yyyy-MM-01. Azure refuses a change, so the first deployment\'s is kept.')
param budgetStart string = ''

@description('The current month. Not to be set.')
param thisMonth string = utcNow('yyyy-MM-01')

@description('For how many days telemetry is kept. 30 are included in the price of taking it in.')
@minValue(30)
@maxValue(730)
param telemetryDays int = 30

@description('The most telemetry a day, in gigabytes: a loop that logs must not cost without bound.')
@minValue(1)
param telemetryGigabytesPerDay int = 1

// --- How safely it is kept --------------------------------------------------------------------------------------------

@description('How the content account is replicated. Zones by default: it holds the only copy of what editors wrote.')
@allowed([
  'Standard_LRS'
  'Standard_ZRS'
  'Standard_GRS'
  'Standard_GZRS'
])
param contentRedundancy string = 'Standard_ZRS'

@description('How the site account is replicated. It can be rebuilt, so this is about being up while a zone is down.')
@allowed([
  'Standard_LRS'
  'Standard_ZRS'
  'Standard_RAGRS'
  'Standard_RAGZRS'
])
param siteRedundancy string = 'Standard_ZRS'

@description('How the runtime account is replicated. Each deployment fills it again, so this is about being up while a zone is down.')
@allowed([
  'Standard_LRS'
  'Standard_ZRS'
])
param runtimeRedundancy string = 'Standard_ZRS'

@description('Whether the apps\' instances are spread over zones. Azure then keeps two of them ready, and bills them, for each function that scales by itself; docs/cost.md tells what that costs. The accounts are replicated over zones either way.')
param zoneRedundant bool = false

@description('Whether the apps reach the content and the runtime account through a virtual network, which closes both to the public network.')
param vnetEnabled bool = false

@description('Public addresses, or ranges of them, that reach the content account all the same: those of editors, and of the deploying machine.')
param allowedAddresses string[] = []

@description('For how many days a deleted or overwritten blob of the content account can be brought back.')
@minValue(2)
@maxValue(365)
param softDeleteDays int = 30

@description('For how many days earlier versions of a source are kept.')
@minValue(30)
param versionDays int = 365

@description('Whether Azure refuses to delete the content account until the lock is removed, as azd down does once it is told to.')
param lockContent bool = true

@description('For how many days a backup vault keeps each night\'s copy of the sources, from 7 to 3650; 0: no vault, which costs nothing.')
@minValue(0)
@maxValue(3650)
param vaultedBackupDays int = 0

// --- How fast it is ---------------------------------------------------------------------------------------------------

@description('The most instances. Each works on up to 24 messages at once; 40 of them send more queries than the partition of the index answers (some 2,000 rows a second), so more would only wait. Regions that keep the older lower bound refuse less than 40.')
@minValue(1)
@maxValue(1000)
param maximumInstances int = 40

@description('Memory of an instance, in megabytes. 512 is enough for text; a photograph of 12 megapixels takes some 50 to decode, and 24 may come at once.')
@allowed([
  512
  2048
  4096
])
param instanceMemoryMB int = 2048

@description('Instances that wait for events, for the function that publishes. With 0, the first article after a pause waits for a cold start, and a pause costs nothing.')
@minValue(0)
@maxValue(20)
param alwaysReadyInstances int = 0

@description('What a deployment does to instances that run. RollingUpdate lets them finish, and is a preview.')
@allowed([
  'Recreate'
  'RollingUpdate'
])
param updateStrategy string = 'Recreate'

@description('Seconds from upload to live above which an alert is sent. Above a cold start, and below what an editor takes for a failure.')
@minValue(1)
param slowPublishSeconds int = 60

var token = uniqueString(subscription().id, environmentName, location)
var names = {
  actionGroup: 'ag-${token}'
  applicationInsights: 'appi-${token}'
  backupVault: 'bvault-${token}'
  contentAccount: 'stcontent${token}'
  deployIdentity: 'id-deploy-publishing-${token}'
  deskApp: 'func-desk-${token}'
  deskDeployIdentity: 'id-deploy-desk-${token}'
  deskIdentity: 'id-desk-${token}'
  deskPlan: 'plan-desk-${token}'
  frontDoor: 'afd-${token}'
  functionApp: 'func-publishing-${token}'
  identity: 'id-publishing-${token}'
  network: 'vnet-${token}'
  plan: 'plan-${token}'
  runtimeAccount: 'struntime${token}'
  siteAccount: 'stsite${token}'
  topic: 'evgt-content-${token}'
  workspace: 'log-${token}'
}
var tags = union(
  { 'azd-env-name': environmentName },
  empty(owner) ? {} : { owner: owner },
  empty(costCentre) ? {} : { 'cost-centre': costCentre }
)
var firstMonth = empty(budgetStart) ? thisMonth : budgetStart

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module contentStorage 'modules/content-storage.bicep' = {
  name: 'content-storage'
  scope: group
  params: {
    name: names.contentAccount
    location: location
    tags: tags
    redundancy: contentRedundancy
    softDeleteDays: softDeleteDays
    versionDays: versionDays
    locked: lockContent && deployerIsOwner
    private: vnetEnabled
    allowedAddresses: allowedAddresses
    backedUp: vaultedBackupDays > 0
  }
}

module backup 'modules/backup.bicep' = if (vaultedBackupDays > 0) {
  name: 'backup'
  scope: group
  dependsOn: [
    contentStorage
  ]
  params: {
    vaultName: names.backupVault
    location: location
    tags: tags
    contentAccountName: names.contentAccount
    retentionDays: max(vaultedBackupDays, 7)
  }
}

module siteStorage 'modules/site-storage.bicep' = {
  name: 'site-storage'
  scope: group
  params: {
    name: names.siteAccount
    location: location
    tags: tags
    redundancy: siteRedundancy
  }
}

module runtimeStorage 'modules/runtime-storage.bicep' = {
  name: 'runtime-storage'
  scope: group
  params: {
    name: names.runtimeAccount
    location: location
    tags: tags
    redundancy: runtimeRedundancy
    private: vnetEnabled
  }
}

module network 'modules/network.bicep' = if (vnetEnabled) {
  name: 'network'
  scope: group
  dependsOn: [
    contentStorage
    runtimeStorage
  ]
  params: {
    name: names.network
    location: location
    tags: tags
    contentAccountName: names.contentAccount
    runtimeAccountName: names.runtimeAccount
  }
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  scope: group
  params: {
    name: names.identity
    location: location
    tags: tags
  }
}

module deskIdentity 'modules/identity.bicep' = {
  name: 'desk-identity'
  scope: group
  params: {
    name: names.deskIdentity
    location: location
    tags: tags
  }
}

module deployIdentity 'modules/identity.bicep' = {
  name: 'deploy-identity'
  scope: group
  params: {
    name: names.deployIdentity
    location: location
    tags: tags
  }
}

module deskDeployIdentity 'modules/identity.bicep' = {
  name: 'desk-deploy-identity'
  scope: group
  params: {
    name: names.deskDeployIdentity
    location: location
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: {
    workspaceName: names.workspace
    applicationInsightsName: names.applicationInsights
    location: location
    tags: tags
    retentionDays: telemetryDays
    dailyCapGigabytes: telemetryGigabytesPerDay
  }
}

// Modules know each other by name, and not by what others put out, so that what-if sees through them. Hence the order
// is told.
module access 'modules/access.bicep' = {
  name: 'access'
  scope: group
  dependsOn: [
    contentStorage
    deployIdentity
    identity
    monitoring
    runtimeStorage
    siteStorage
  ]
  params: {
    environmentName: environmentName
    contentAccountName: names.contentAccount
    runtimeAccountName: names.runtimeAccount
    siteAccountName: names.siteAccount
    applicationInsightsName: names.applicationInsights
    identityName: names.identity
    deploymentIdentityName: names.deployIdentity
    definesRoles: deployerIsOwner
    editorsGroupId: editorsGroupId
    designersGroupId: designersGroupId
    deployerPrincipalId: deployerIsEditor ? deployer().objectId : ''
  }
}

module deskAccess 'modules/desk-access.bicep' = {
  name: 'desk-access'
  scope: group
  // It assigns a role that is defined there.
  dependsOn: [
    access
    deskDeployIdentity
    deskIdentity
  ]
  params: {
    environmentName: environmentName
    contentAccountName: names.contentAccount
    runtimeAccountName: names.runtimeAccount
    siteAccountName: names.siteAccount
    applicationInsightsName: names.applicationInsights
    identityName: names.deskIdentity
    deploymentIdentityName: names.deskDeployIdentity
    definesRoles: deployerIsOwner
  }
}

module events 'modules/events.bicep' = {
  name: 'events'
  scope: group
  dependsOn: [
    contentStorage
  ]
  params: {
    topicName: names.topic
    location: location
    tags: tags
    contentAccountName: names.contentAccount
  }
}

module functions 'modules/functions.bicep' = {
  name: 'functions'
  scope: group
  // Roles take minutes to reach every corner of Azure: they go first.
  dependsOn: [
    access
    network
  ]
  params: {
    service: 'publishing'
    name: names.functionApp
    planName: names.plan
    location: location
    tags: tags
    identityName: names.identity
    deploymentIdentityName: names.deployIdentity
    applicationInsightsName: names.applicationInsights
    contentAccountName: names.contentAccount
    runtimeAccountName: names.runtimeAccount
    siteAccountName: names.siteAccount
    deploymentContainer: runtimeContainers.deployments
    maximumInstances: maximumInstances
    instanceMemoryMB: instanceMemoryMB
    alwaysReadyFunctions: ['PublishContent']
    alwaysReadyInstances: alwaysReadyInstances
    signInClientId: signInClientId
    zoneRedundant: zoneRedundant
    updateStrategy: updateStrategy
    networkName: vnetEnabled ? names.network : ''
  }
}

module desk 'modules/functions.bicep' = {
  name: 'desk'
  scope: group
  dependsOn: [
    deskAccess
    network
  ]
  params: {
    service: 'desk'
    name: names.deskApp
    planName: names.deskPlan
    location: location
    tags: tags
    identityName: names.deskIdentity
    deploymentIdentityName: names.deskDeployIdentity
    applicationInsightsName: names.applicationInsights
    contentAccountName: names.contentAccount
    runtimeAccountName: names.runtimeAccount
    siteAccountName: names.siteAccount
    deploymentContainer: runtimeContainers.deskDeployments
    maximumInstances: maximumInstances
    instanceMemoryMB: instanceMemoryMB
    signInClientId: signInClientId
    zoneRedundant: zoneRedundant
    updateStrategy: updateStrategy
    networkName: vnetEnabled ? names.network : ''
    // Links to previews, with the style sheets, scripts and pictures that they need. A page that is open asks /desk/session
    // whether its session lasts, and takes a redirect for a lost connection; the desk answers it 401.
    openPaths: ['/desk/utkast/*', '/desk/assets/*', '/desk/webbplats/*', '/desk/session']
    linksToSite: true
    customDomain: customDomain
  }
}

module storageLogs 'modules/storage-logs.bicep' = {
  name: 'storage-logs'
  scope: group
  dependsOn: [
    contentStorage
    monitoring
  ]
  params: {
    workspaceName: names.workspace
    contentAccountName: names.contentAccount
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  scope: group
  dependsOn: [
    events
    monitoring
  ]
  params: {
    actionGroupName: names.actionGroup
    location: location
    tags: tags
    emails: alertEmails
    workspaceName: names.workspace
    topicName: names.topic
    slowPublishSeconds: slowPublishSeconds
  }
}

module workbook 'modules/workbook.bicep' = {
  name: 'workbook'
  scope: group
  dependsOn: [
    monitoring
  ]
  params: {
    workspaceName: names.workspace
    location: location
    tags: tags
  }
}

module budget 'modules/budget.bicep' = {
  name: 'budget'
  scope: group
  dependsOn: [
    alerts
  ]
  params: {
    amount: monthlyBudget
    start: firstMonth
    actionGroupName: names.actionGroup
  }
}

module frontDoor 'modules/front-door.bicep' = if (!empty(customDomain)) {
  name: 'front-door'
  scope: group
  params: {
    name: names.frontDoor
    tags: tags
    domain: customDomain
    webEndpoint: siteStorage.outputs.webEndpoint
  }
}

@description('Region of every resource.')
output AZURE_LOCATION string = location

@description('Tenant that identities belong to.')
output AZURE_TENANT_ID string = tenant().tenantId

@description('Resource group of the deployment.')
output AZURE_RESOURCE_GROUP string = group.name

@description('Ids of all roles that are ever assigned, separated by commas: those that a pipeline may assign.')
output ASSIGNED_ROLES string = join(
  concat(map(items(builtInRoles), role => role.value), map(customRoles, role => customRole(group.id, role))),
  ', '
)

@description('Assignment by which the deploying account uploads content; empty if there is none.')
output DEPLOYER_ASSIGNMENT string = access.outputs.deployerAssignment

@description('First month of the budget, for the next deployment.')
output BUDGET_START string = firstMonth

@description('Account that editors upload to.')
output CONTENT_ACCOUNT string = names.contentAccount

@description('Account that visitors are served from.')
output SITE_ACCOUNT string = names.siteAccount

@description('The function app that publishes.')
output FUNCTION_APP string = names.functionApp

@description('The function app of the desk.')
output DESK_APP string = names.deskApp

@description('Address of the desk.')
output DESK_URL string = '${desk.outputs.endpoint}/desk/'

@description('Address of the HTTP functions of the app that publishes.')
output SERVICE_PUBLISHING_ENDPOINT string = functions.outputs.endpoint

@description('Address of the HTTP functions of the desk, without a path.')
output SERVICE_DESK_ENDPOINT string = desk.outputs.endpoint

@description('Address of the site, without a slash at its end.')
output SITE_URL string = empty(customDomain)
  ? 'https://${split(siteStorage.outputs.webEndpoint, '/')[2]}'
  : 'https://${customDomain}'

@description('Where the CNAME record of the custom domain points; empty without one.')
output CUSTOM_DOMAIN_CNAME string = frontDoor.?outputs.cnameTarget ?? ''

@description('What the TXT record _dnsauth of the custom domain says; empty without one.')
output CUSTOM_DOMAIN_TXT string = frontDoor.?outputs.txtRecord ?? ''
