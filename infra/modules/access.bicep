metadata description = 'All role assignments of the app that publishes and of people, each at the smallest scope that works.'

import { containers, poisonOf, queues, runtimeContainers, tables, webContainer } from 'names.bicep'
import { builtInRoles, customRole } from 'roles.bicep'

@description('Name of the deployment in azd, part of the names of the custom roles, which are unique in a tenant.')
param environmentName string

@description('Name of the content account.')
param contentAccountName string

@description('Name of the runtime account.')
param runtimeAccountName string

@description('Name of the site account.')
param siteAccountName string

@description('Name of the Application Insights component.')
param applicationInsightsName string

@description('Name of the identity that the function app acts as.')
param identityName string

@description('Name of the identity that the platform keeps the function app\'s package with.')
param deploymentIdentityName string

@description('Whether this deployment defines the roles that are assigned; else an earlier one has.')
param definesRoles bool

@description('Object id of the Entra group of editors; empty: no editors yet.')
param editorsGroupId string

@description('Object id of the Entra group of those who may change the theme and the settings, too; empty: none.')
param designersGroupId string

@description('Object id of the deploying account, which may then upload the first content; empty: none.')
param deployerPrincipalId string

resource contentAccount 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: contentAccountName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource content 'containers' existing = {
      name: containers.content
    }

    resource accepted 'containers' existing = {
      name: containers.accepted
    }
  }

  resource queueService 'queueServices' existing = {
    name: 'default'

    resource contentEvents 'queues' existing = {
      name: queues.contentEvents
    }

    resource pageRefreshes 'queues' existing = {
      name: queues.pageRefreshes
    }

    resource contentEventsPoison 'queues' existing = {
      name: poisonOf(queues.contentEvents)
    }

    resource pageRefreshesPoison 'queues' existing = {
      name: poisonOf(queues.pageRefreshes)
    }
  }

  resource tableService 'tableServices' existing = {
    name: 'default'

    resource archive 'tables' existing = {
      name: tables.archive
    }
  }
}

resource runtimeAccount 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: runtimeAccountName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource deployments 'containers' existing = {
      name: runtimeContainers.deployments
    }

    resource hostState 'containers' existing = {
      name: runtimeContainers.hostState
    }

    resource hostSecrets 'containers' existing = {
      name: runtimeContainers.hostSecrets
    }
  }
}

resource siteAccount 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: siteAccountName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource web 'containers' existing = {
      name: webContainer
    }
  }
}

resource publisher 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource deploymentIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: deploymentIdentityName
}

resource applicationInsights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: applicationInsightsName
}

// --- Roles that no built-in one is narrow enough for ------------------------------------------------------------------

// Tags tell an editor what became of a file. The only built-in role that may set them may also delete every source.
resource sourceReader 'Microsoft.Authorization/roleDefinitions@2022-04-01' = if (definesRoles) {
  name: customRole(resourceGroup().id, 'source reader')
  properties: {
    roleName: 'Lysekil source reader (${environmentName}, ${uniqueString(resourceGroup().id)})'
    description: 'Reads sources and sets their tags, but neither writes nor deletes them.'
    type: 'CustomRole'
    assignableScopes: [
      resourceGroup().id
    ]
    permissions: [
      {
        actions: []
        dataActions: [
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read'
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/tags/read'
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/tags/write'
        ]
      }
    ]
  }
}

// The host's health check lists the account's containers. Without this, it reports its storage as out of reach.
resource containerLister 'Microsoft.Authorization/roleDefinitions@2022-04-01' = if (definesRoles) {
  name: customRole(resourceGroup().id, 'container lister')
  properties: {
    roleName: 'Lysekil container lister (${environmentName}, ${uniqueString(resourceGroup().id)})'
    description: 'Sees the names of containers, and nothing in them.'
    type: 'CustomRole'
    assignableScopes: [
      resourceGroup().id
    ]
    permissions: [
      {
        actions: [
          'Microsoft.Storage/storageAccounts/blobServices/containers/read'
        ]
        dataActions: []
      }
    ]
  }
}

// A contributor may not read tags, which is where an editor learns that a file was refused.
resource editor 'Microsoft.Authorization/roleDefinitions@2022-04-01' = if (definesRoles) {
  name: customRole(resourceGroup().id, 'editor')
  properties: {
    roleName: 'Lysekil editor (${environmentName}, ${uniqueString(resourceGroup().id)})'
    description: 'Reads, writes and deletes sources, and reads their tags.'
    type: 'CustomRole'
    assignableScopes: [
      resourceGroup().id
    ]
    permissions: [
      {
        actions: [
          'Microsoft.Storage/storageAccounts/blobServices/containers/read'
        ]
        dataActions: [
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/add/action'
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/delete'
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read'
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/tags/read'
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write'
        ]
      }
    ]
  }
}

// --- The app that publishes -------------------------------------------------------------------------------------------

resource publisherReadsContent 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(contentAccount::blobs::content.id, publisher.id, sourceReader.name)
  scope: contentAccount::blobs::content
  properties: {
    principalId: publisher.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', sourceReader.name)
    description: 'Publishes sources, and tags them with what became of them.'
  }
}

resource publisherKeepsAccepted 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(contentAccount::blobs::accepted.id, publisher.id, builtInRoles['Storage Blob Data Contributor'])
  scope: contentAccount::blobs::accepted
  properties: {
    principalId: publisher.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      builtInRoles['Storage Blob Data Contributor']
    )
    description: 'Keeps accepted sources, and renders pages from them.'
  }
}

resource publisherWritesWeb 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(siteAccount::blobs::web.id, publisher.id, builtInRoles['Storage Blob Data Contributor'])
  scope: siteAccount::blobs::web
  properties: {
    principalId: publisher.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      builtInRoles['Storage Blob Data Contributor']
    )
    description: 'Writes and deletes pages.'
  }
}

resource publisherKeepsArchive 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(contentAccount::tableService::archive.id, publisher.id, builtInRoles['Storage Table Data Contributor'])
  scope: contentAccount::tableService::archive
  properties: {
    principalId: publisher.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      builtInRoles['Storage Table Data Contributor']
    )
    description: 'Reads and writes the index.'
  }
}

// Not "Data Message Processor": a trigger that fails gives its message back, which is an update, and the documented
// roles do not allow updates.
resource publisherTakesContentEvents 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(
    contentAccount::queueService::contentEvents.id,
    publisher.id,
    builtInRoles['Storage Queue Data Contributor']
  )
  scope: contentAccount::queueService::contentEvents
  properties: {
    principalId: publisher.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      builtInRoles['Storage Queue Data Contributor']
    )
    description: 'Receives events, and sends messages for what a reconcile finds.'
  }
}

resource publisherTakesPageRefreshes 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(
    contentAccount::queueService::pageRefreshes.id,
    publisher.id,
    builtInRoles['Storage Queue Data Contributor']
  )
  scope: contentAccount::queueService::pageRefreshes
  properties: {
    principalId: publisher.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      builtInRoles['Storage Queue Data Contributor']
    )
    description: 'Asks for page refreshes, and does them.'
  }
}

resource publisherPoisonsContentEvents 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(
    contentAccount::queueService::contentEventsPoison.id,
    publisher.id,
    builtInRoles['Storage Queue Data Message Sender']
  )
  scope: contentAccount::queueService::contentEventsPoison
  properties: {
    principalId: publisher.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      builtInRoles['Storage Queue Data Message Sender']
    )
    description: 'Puts aside events that failed too often.'
  }
}

resource publisherPoisonsPageRefreshes 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(
    contentAccount::queueService::pageRefreshesPoison.id,
    publisher.id,
    builtInRoles['Storage Queue Data Message Sender']
  )
  scope: contentAccount::queueService::pageRefreshesPoison
  properties: {
    principalId: publisher.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      builtInRoles['Storage Queue Data Message Sender']
    )
    description: 'Puts aside page refreshes that failed too often.'
  }
}

resource publisherDrainsContentEvents 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(
    contentAccount::queueService::contentEventsPoison.id,
    publisher.id,
    builtInRoles['Storage Queue Data Message Processor']
  )
  scope: contentAccount::queueService::contentEventsPoison
  properties: {
    principalId: publisher.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      builtInRoles['Storage Queue Data Message Processor']
    )
    description: 'Takes up again the events that failed too often.'
  }
}

resource publisherDrainsPageRefreshes 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(
    contentAccount::queueService::pageRefreshesPoison.id,
    publisher.id,
    builtInRoles['Storage Queue Data Message Processor']
  )
  scope: contentAccount::queueService::pageRefreshesPoison
  properties: {
    principalId: publisher.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      builtInRoles['Storage Queue Data Message Processor']
    )
    description: 'Takes up again the page refreshes that failed too often.'
  }
}

// Not the identity that the app acts as, which decodes what editors upload: with that one, a package cannot be overwritten.
resource publisherIsDeployed 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(
    runtimeAccount::blobs::deployments.id,
    deploymentIdentity.id,
    builtInRoles['Storage Blob Data Contributor']
  )
  scope: runtimeAccount::blobs::deployments
  properties: {
    principalId: deploymentIdentity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      builtInRoles['Storage Blob Data Contributor']
    )
    description: 'The platform keeps the deployed package here.'
  }
}

resource hostKeepsState 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(runtimeAccount::blobs::hostState.id, publisher.id, builtInRoles['Storage Blob Data Owner'])
  scope: runtimeAccount::blobs::hostState
  properties: {
    principalId: publisher.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      builtInRoles['Storage Blob Data Owner']
    )
    description: 'The functions host keeps leases and the timers\' last runs here.'
  }
}

resource hostKeepsSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(runtimeAccount::blobs::hostSecrets.id, publisher.id, builtInRoles['Storage Blob Data Owner'])
  scope: runtimeAccount::blobs::hostSecrets
  properties: {
    principalId: publisher.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      builtInRoles['Storage Blob Data Owner']
    )
    description: 'The functions host keeps its own keys here.'
  }
}

resource hostListsContainers 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(runtimeAccount.id, publisher.id, containerLister.name)
  scope: runtimeAccount
  properties: {
    principalId: publisher.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', containerLister.name)
    description: 'The functions host asks whether it reaches its storage.'
  }
}

resource publisherReports 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(applicationInsights.id, publisher.id, builtInRoles['Monitoring Metrics Publisher'])
  scope: applicationInsights
  properties: {
    principalId: publisher.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      builtInRoles['Monitoring Metrics Publisher']
    )
    description: 'Sends telemetry.'
  }
}

// --- People -----------------------------------------------------------------------------------------------------------

resource editorsEdit 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(editorsGroupId)) {
  name: guid(contentAccount::blobs::content.id, editorsGroupId, editor.name)
  scope: contentAccount::blobs::content
  properties: {
    principalId: editorsGroupId
    principalType: 'Group'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', editor.name)
    description: 'Editors write, replace and delete sources, but neither the theme nor the settings.'
    condition: '''
((!(ActionMatches{'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write'})
AND !(ActionMatches{'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/add/action'})
AND !(ActionMatches{'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/delete'}))
OR (@Resource[Microsoft.Storage/storageAccounts/blobServices/containers/blobs:path] StringNotLike 'tema/*'
AND @Resource[Microsoft.Storage/storageAccounts/blobServices/containers/blobs:path] StringNotEquals 'site.yaml'))
'''
    conditionVersion: '2.0'
  }
}

resource designersEdit 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(designersGroupId)) {
  name: guid(contentAccount::blobs::content.id, designersGroupId, editor.name)
  scope: contentAccount::blobs::content
  properties: {
    principalId: designersGroupId
    principalType: 'Group'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', editor.name)
    description: 'Designers write, replace and delete sources, and with them the theme and the settings.'
  }
}

// Whether it is a person or a pipeline, Azure finds out by itself: it is no identity that was made a moment ago.
resource deployerEdits 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(deployerPrincipalId)) {
  name: guid(contentAccount::blobs::content.id, deployerPrincipalId, editor.name)
  scope: contentAccount::blobs::content
  properties: {
    principalId: deployerPrincipalId
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', editor.name)
    description: 'Uploads the first content.'
  }
}

@description('The assignment by which the deploying account uploads content; empty if there is none.')
output deployerAssignment string = empty(deployerPrincipalId) ? '' : deployerEdits.id
