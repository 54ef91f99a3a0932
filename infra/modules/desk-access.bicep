metadata description = 'All role assignments of the desk, each at the smallest scope that works. It writes sources, and no page, row or message.'

import { containers, runtimeContainers, tables, webContainer } from 'names.bicep'
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

@description('Name of the identity that the desk acts as.')
param identityName string

@description('Name of the identity that the platform keeps the desk\'s package with.')
param deploymentIdentityName string

@description('Whether this deployment defines the roles that are assigned; else an earlier one has.')
param definesRoles bool

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

    resource desk 'containers' existing = {
      name: containers.desk
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
      name: runtimeContainers.deskDeployments
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

resource desk 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource deploymentIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: deploymentIdentityName
}

resource applicationInsights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: applicationInsightsName
}

// Defined with the roles of the app that publishes.
resource containerLister 'Microsoft.Authorization/roleDefinitions@2022-04-01' existing = {
  name: customRole(resourceGroup().id, 'container lister')
}

// --- Roles that no built-in one is narrow enough for ------------------------------------------------------------------

// The editors' role without what lets a person find the container. A contributor may not read tags, which are listed with
// the sources; an owner may delete versions, from which the desk restores what was deleted or overwritten.
resource sourceWriter 'Microsoft.Authorization/roleDefinitions@2022-04-01' = if (definesRoles) {
  name: customRole(resourceGroup().id, 'source writer')
  properties: {
    roleName: 'Lysekil source writer (${environmentName}, ${uniqueString(resourceGroup().id)})'
    description: 'Reads, writes and deletes sources and reads their versions and tags, but deletes no version.'
    type: 'CustomRole'
    assignableScopes: [
      resourceGroup().id
    ]
    permissions: [
      {
        actions: []
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

// The log of who did what only grows, until a rule of the account removes what is a year old.
resource recordKeeper 'Microsoft.Authorization/roleDefinitions@2022-04-01' = if (definesRoles) {
  name: customRole(resourceGroup().id, 'record keeper')
  properties: {
    roleName: 'Lysekil record keeper (${environmentName}, ${uniqueString(resourceGroup().id)})'
    description: 'Reads and writes, and deletes nothing.'
    type: 'CustomRole'
    assignableScopes: [
      resourceGroup().id
    ]
    permissions: [
      {
        actions: []
        dataActions: [
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/add/action'
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read'
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write'
        ]
      }
    ]
  }
}

// --- The desk ---------------------------------------------------------------------------------------------------------

resource deskWritesContent 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(contentAccount::blobs::content.id, desk.id, sourceWriter.name)
  scope: contentAccount::blobs::content
  properties: {
    principalId: desk.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', sourceWriter.name)
    description: 'Saves what editors write.'
  }
}

resource deskKeepsRecords 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(contentAccount::blobs::desk.id, desk.id, recordKeeper.name)
  scope: contentAccount::blobs::desk
  properties: {
    principalId: desk.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', recordKeeper.name)
    description: 'Keeps its keys, and who saved what.'
  }
}

resource deskReadsAccepted 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(contentAccount::blobs::accepted.id, desk.id, builtInRoles['Storage Blob Data Reader'])
  scope: contentAccount::blobs::accepted
  properties: {
    principalId: desk.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      builtInRoles['Storage Blob Data Reader']
    )
    description: 'Reads what is live.'
  }
}

resource deskReadsArchive 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(contentAccount::tableService::archive.id, desk.id, builtInRoles['Storage Table Data Reader'])
  scope: contentAccount::tableService::archive
  properties: {
    principalId: desk.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      builtInRoles['Storage Table Data Reader']
    )
    description: 'Reads what became of each source.'
  }
}

resource deskReadsWeb 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(siteAccount::blobs::web.id, desk.id, builtInRoles['Storage Blob Data Reader'])
  scope: siteAccount::blobs::web
  properties: {
    principalId: desk.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      builtInRoles['Storage Blob Data Reader']
    )
    description: 'Shows the style and the pictures of the site in previews.'
  }
}

// Not the identity that the desk acts as: with that one, a package cannot be overwritten.
resource deskIsDeployed 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
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
  name: guid(runtimeAccount::blobs::hostState.id, desk.id, builtInRoles['Storage Blob Data Owner'])
  scope: runtimeAccount::blobs::hostState
  properties: {
    principalId: desk.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      builtInRoles['Storage Blob Data Owner']
    )
    description: 'The functions host keeps leases here.'
  }
}

resource hostKeepsSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(runtimeAccount::blobs::hostSecrets.id, desk.id, builtInRoles['Storage Blob Data Owner'])
  scope: runtimeAccount::blobs::hostSecrets
  properties: {
    principalId: desk.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      builtInRoles['Storage Blob Data Owner']
    )
    description: 'The functions host keeps its own keys here.'
  }
}

resource hostListsContainers 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(runtimeAccount.id, desk.id, containerLister.name)
  scope: runtimeAccount
  properties: {
    principalId: desk.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', containerLister.name)
    description: 'The functions host asks whether it reaches its storage.'
  }
}

resource deskReports 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(applicationInsights.id, desk.id, builtInRoles['Monitoring Metrics Publisher'])
  scope: applicationInsights
  properties: {
    principalId: desk.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      builtInRoles['Monitoring Metrics Publisher']
    )
    description: 'Sends telemetry.'
  }
}
