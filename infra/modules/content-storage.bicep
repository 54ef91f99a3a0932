metadata description = 'The content account: sources, accepted sources, desk, index, queues, and events that could not be delivered.'

import { auditFolder, containers, platformContainers, poisonOf, queues, tables } from 'names.bicep'
import { tags as resourceTags } from 'tags.bicep'

@description('Name of the storage account.')
param name string

@description('Region of the storage account.')
param location string

@description('Tags of the storage account.')
param tags resourceTags

@description('How the account is replicated. It holds the only copy of what editors wrote.')
param redundancy string

@description('For how many days a deleted or overwritten blob can be brought back.')
@minValue(2)
@maxValue(365)
param softDeleteDays int

@description('For how many days earlier versions of a source are kept.')
@minValue(30)
param versionDays int

@description('Whether Azure refuses to delete the account.')
param locked bool

@description('Whether the account is reached from a virtual network and from the addresses below alone.')
param private bool

@description('Public addresses, or ranges of them, that reach a private account, such as those of the editors.')
param allowedAddresses string[]

@description('Whether a vault keeps copies of the sources.')
param backedUp bool

var keptContainers = map(concat(items(containers), items(platformContainers)), item => item.value)
var liveQueues = map(items(queues), item => item.value)
var allQueues = concat(liveQueues, map(liveQueues, queue => poisonOf(queue)))

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
    // A vault gets its copies by object replication, and its store is in a tenant of Microsoft's.
    allowCrossTenantReplication: backedUp
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    isLocalUserEnabled: false
    minimumTlsVersion: 'TLS1_2'
    // By default, editors upload from anywhere, and access is limited by roles alone. A private account is not closed to
    // all of the public network, as Event Grid delivers from there: it is a service that Azure trusts.
    publicNetworkAccess: 'Enabled'
    networkAcls: {
      defaultAction: private ? 'Deny' : 'Allow'
      bypass: 'AzureServices'
      ipRules: map(private ? allowedAddresses : [], address => { value: address, action: 'Allow' })
    }
    supportsHttpsTrafficOnly: true
  }
}

// It keeps the account, and not what is in it: that is what versions, soft delete and roles are for.
resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (locked) {
  name: 'keep-content'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'It has what editors wrote. azd down removes the lock if it is told to delete that.'
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-08-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: true
    deleteRetentionPolicy: {
      enabled: true
      days: softDeleteDays
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: softDeleteDays
    }
    // Restoring a container to an earlier moment needs the change feed, and a period shorter than soft delete's.
    changeFeed: {
      enabled: true
      retentionInDays: softDeleteDays
    }
    restorePolicy: {
      enabled: true
      days: softDeleteDays - 1
    }
  }
}

resource blobContainers 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-08-01' = [
  for container in keptContainers: {
    parent: blobs
    name: container
    properties: {
      publicAccess: 'None'
    }
  }
]

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2025-08-01' = {
  parent: account
  name: 'default'
}

resource storageQueues 'Microsoft.Storage/storageAccounts/queueServices/queues@2025-08-01' = [
  for queue in allQueues: {
    parent: queueService
    name: queue
  }
]

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2025-08-01' = {
  parent: account
  name: 'default'
}

resource storageTables 'Microsoft.Storage/storageAccounts/tableServices/tables@2025-08-01' = [
  for table in map(items(tables), item => item.value): {
    parent: tableService
    name: table
  }
]

// Nothing touches what is in `accepted`: pages render from it, and it is each article's history.
resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-08-01' = {
  parent: account
  name: 'default'
  dependsOn: [
    blobs
  ]
  properties: {
    policy: {
      rules: [
        {
          name: 'earlier-versions-of-sources'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['${containers.content}/']
            }
            actions: {
              version: {
                tierToCool: {
                  daysAfterCreationGreaterThan: 30
                }
                delete: {
                  daysAfterCreationGreaterThan: versionDays
                }
              }
            }
          }
        }
        {
          name: 'earlier-versions-of-the-desk'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['${containers.desk}/']
            }
            actions: {
              version: {
                delete: {
                  daysAfterCreationGreaterThan: 7
                }
              }
            }
          }
        }
        {
          name: 'old-audit-entries'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['${containers.desk}/${auditFolder}/']
            }
            actions: {
              baseBlob: {
                delete: {
                  daysAfterCreationGreaterThan: 365
                }
              }
            }
          }
        }
        {
          name: 'old-dead-letters'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['${platformContainers.deadLetters}/']
            }
            actions: {
              baseBlob: {
                delete: {
                  daysAfterModificationGreaterThan: 90
                }
              }
            }
          }
        }
      ]
    }
  }
}
