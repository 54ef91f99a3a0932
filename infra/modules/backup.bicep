metadata description = 'A copy of the sources outside their account, each night: versions and soft delete do not outlive the account.'

import { containers } from 'names.bicep'
import { builtInRoles } from 'roles.bicep'
import { tags as resourceTags } from 'tags.bicep'

@description('Name of the backup vault.')
param vaultName string

@description('Region of the vault, which is the content account\'s.')
param location string

@description('Tags of the vault.')
param tags resourceTags

@description('Name of the content account.')
param contentAccountName string

@description('For how many days each copy is kept.')
@minValue(7)
@maxValue(3650)
param retentionDays int

var blobs = 'Microsoft.Storage/storageAccounts/blobServices'

resource contentAccount 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: contentAccountName
}

// Newer API versions have lost the type of the containers' list in Bicep.
resource vault 'Microsoft.DataProtection/backupVaults@2025-01-01' = {
  name: vaultName
  location: location
  tags: tags
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    storageSettings: [
      {
        datastoreType: 'VaultStore'
        type: 'GeoRedundant'
      }
    ]
    securitySettings: {
      softDeleteSettings: {
        state: 'On'
        retentionDurationInDays: 14
      }
    }
  }

  // The vault alone: the other tier of such a policy sets versions, soft delete and restore, which the content account has.
  resource policy 'backupPolicies' = {
    name: 'sources'
    properties: {
      objectType: 'BackupPolicy'
      datasourceTypes: [
        blobs
      ]
      policyRules: [
        {
          objectType: 'AzureRetentionRule'
          name: 'Default'
          isDefault: true
          lifecycles: [
            {
              sourceDataStore: {
                objectType: 'DataStoreInfoBase'
                dataStoreType: 'VaultStore'
              }
              deleteAfter: {
                objectType: 'AbsoluteDeleteOption'
                duration: 'P${retentionDays}D'
              }
              targetDataStoreCopySettings: []
            }
          ]
        }
        {
          objectType: 'AzureBackupRule'
          name: 'BackupDaily'
          backupParameters: {
            objectType: 'AzureBackupParams'
            backupType: 'Discrete'
          }
          dataStore: {
            objectType: 'DataStoreInfoBase'
            dataStoreType: 'VaultStore'
          }
          trigger: {
            objectType: 'ScheduleBasedTriggerContext'
            schedule: {
              timeZone: 'UTC'
              repeatingTimeIntervals: [
                'R/2026-11-01T02:00:00+00:00/P1D'
              ]
            }
            taggingCriteria: [
              {
                isDefault: true
                taggingPriority: 99
                tagInfo: {
                  tagName: 'Default'
                }
              }
            ]
          }
        }
      ]
    }
  }
}

resource vaultCopies 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(contentAccount.id, vault.id, builtInRoles['Storage Account Backup Contributor'])
  scope: contentAccount
  properties: {
    principalId: vault.identity.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      builtInRoles['Storage Account Backup Contributor']
    )
    description: 'Has sources copied to the vault.'
  }
}

resource sources 'Microsoft.DataProtection/backupVaults/backupInstances@2025-01-01' = {
  parent: vault
  name: contentAccountName
  dependsOn: [
    vaultCopies
  ]
  properties: {
    objectType: 'BackupInstance'
    friendlyName: contentAccountName
    dataSourceInfo: {
      objectType: 'Datasource'
      resourceID: contentAccount.id
      resourceName: contentAccountName
      resourceType: 'Microsoft.Storage/storageAccounts'
      resourceUri: contentAccount.id
      resourceLocation: location
      datasourceType: blobs
    }
    dataSourceSetInfo: {
      objectType: 'DatasourceSet'
      resourceID: contentAccount.id
      resourceName: contentAccountName
      resourceType: 'Microsoft.Storage/storageAccounts'
      resourceUri: contentAccount.id
      resourceLocation: location
      datasourceType: blobs
    }
    policyInfo: {
      policyId: vault::policy.id
      policyParameters: {
        backupDatasourceParametersList: [
          {
            objectType: 'BlobBackupDatasourceParameters'
            containersList: [
              containers.content
            ]
          }
        ]
      }
    }
  }
}
