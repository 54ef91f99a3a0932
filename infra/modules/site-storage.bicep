metadata description = 'The site account: nothing but the static website, which can be rendered again at any time.'

import { webContainer } from 'names.bicep'
import { tags as resourceTags } from 'tags.bicep'

@description('Name of the storage account.')
param name string

@description('Region of the storage account.')
param location string

@description('Tags of the storage account.')
param tags resourceTags

@description('How the account is replicated. It can be rebuilt, so this is about availability alone.')
param redundancy string

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
    // The website endpoint serves $web all the same; nothing else is readable without a role.
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    isLocalUserEnabled: false
    minimumTlsVersion: 'TLS1_2'
    publicNetworkAccess: 'Enabled'
    supportsHttpsTrafficOnly: true
  }
}

// The static website became a property of the resource with API version 2025-08-01; older versions refuse it. The
// post-provision hook looks, and sets it by the data plane where the service did not.
resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-08-01' = {
  parent: account
  name: 'default'
  properties: {
    staticWebsite: {
      enabled: true
      indexDocument: 'index.html'
      errorDocument404Path: '404.html'
    }
  }
}

// Made here, so that a role can be assigned at it.
resource web 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-08-01' = {
  parent: blobs
  name: webContainer
  properties: {
    publicAccess: 'None'
  }
}

@description('Address of the static website, with a slash at its end.')
output webEndpoint string = account.properties.primaryEndpoints.web
