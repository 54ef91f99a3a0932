metadata description = 'The runtime account: what the functions hosts and the platform keep for themselves. It is rewritten all day, and each deployment makes it again.'

import { runtimeContainers } from 'names.bicep'
import { tags as resourceTags } from 'tags.bicep'

@description('Name of the storage account.')
param name string

@description('Region of the storage account.')
param location string

@description('Tags of the storage account.')
param tags resourceTags

@description('How the account is replicated. Without it no host starts, so this is about being up while a zone is down.')
param redundancy string

@description('Whether the account is reached from a virtual network alone.')
param private bool

resource account 'Microsoft.Storage/storageAccounts@2025-08-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: redundancy
  }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    isLocalUserEnabled: false
    minimumTlsVersion: 'TLS1_2'
    publicNetworkAccess: private ? 'Disabled' : 'Enabled'
    supportsHttpsTrafficOnly: true
  }
}

// Neither versions nor soft delete: a lease is renewed every few seconds, and each renewal of a timer's state or of a
// package would be kept. It says so, and does not leave it to defaults, which a policy of the tenant may set.
resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-08-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: false
    changeFeed: {
      enabled: false
    }
    containerDeleteRetentionPolicy: {
      enabled: false
    }
    deleteRetentionPolicy: {
      enabled: false
    }
    restorePolicy: {
      enabled: false
    }
  }
}

resource blobContainers 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-08-01' = [
  for container in map(items(runtimeContainers), item => item.value): {
    parent: blobs
    name: container
    properties: {
      publicAccess: 'None'
    }
  }
]
