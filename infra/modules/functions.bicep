metadata description = 'The function app, on Flex Consumption: nothing runs, and nothing is paid for, between publishes.'

import { platformContainers } from 'names.bicep'
import { tags as resourceTags } from 'tags.bicep'

@description('Name of the function app.')
param name string

@description('Name of the plan.')
param planName string

@description('Region of both.')
param location string

@description('Tags of both; the app gets azd\'s service name on top.')
param tags resourceTags

@description('Name of the identity that the app acts as.')
param identityName string

@description('Name of the Application Insights component.')
param applicationInsightsName string

@description('Name of the content account.')
param contentAccountName string

@description('Name of the site account.')
param siteAccountName string

@description('The most instances that run at once.')
param maximumInstances int

@description('Memory of an instance, in megabytes.')
param instanceMemoryMB int

@description('Instances that wait for events, and are paid for, for each of the two functions that publish.')
param alwaysReadyInstances int

@description('Client id of the Entra application that people sign in to HTTP functions with; empty: no person can.')
param signInClientId string

var signsIn = !empty(signInClientId)
var signInSecretSetting = 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'

// Each name is read by the functions host, by the triggers' connections or by the code; a test knows the whole list.
var settings = union(
  {
    APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.properties.clientId};Authorization=AAD'
    APPLICATIONINSIGHTS_CONNECTION_STRING: applicationInsights.properties.ConnectionString
    // For every library that asks for the default credential.
    AZURE_CLIENT_ID: identity.properties.clientId
    // Blobs alone: the host needs queues for blob triggers, of which there are none, and tables only for a log of its own.
    AzureWebJobsStorage__blobServiceUri: contentAccount.properties.primaryEndpoints.blob
    AzureWebJobsStorage__clientId: identity.properties.clientId
    AzureWebJobsStorage__credential: 'managedidentity'
    ContentStorage__blobServiceUri: contentAccount.properties.primaryEndpoints.blob
    ContentStorage__clientId: identity.properties.clientId
    ContentStorage__credential: 'managedidentity'
    ContentStorage__queueServiceUri: contentAccount.properties.primaryEndpoints.queue
    ContentStorage__tableServiceUri: contentAccount.properties.primaryEndpoints.table
    SiteStorage__blobServiceUri: siteAccount.properties.primaryEndpoints.blob
    SiteStorage__clientId: identity.properties.clientId
    SiteStorage__credential: 'managedidentity'
  },
  // Instead of a client secret, the app shows a token of its identity, which the Entra application trusts.
  signsIn ? { '${signInSecretSetting}': identity.properties.clientId } : {}
)

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource contentAccount 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: contentAccountName
}

resource siteAccount 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: siteAccountName
}

resource applicationInsights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: applicationInsightsName
}

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'publishing' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    publicNetworkAccess: 'Enabled'
    siteConfig: {
      minTlsVersion: '1.2'
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${contentAccount.properties.primaryEndpoints.blob}${platformContainers.deployments}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identity.id
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        maximumInstanceCount: maximumInstances
        instanceMemoryMB: instanceMemoryMB
        alwaysReady: alwaysReadyInstances == 0
          ? []
          : [
              {
                name: 'function:PublishContent'
                instanceCount: alwaysReadyInstances
              }
              {
                name: 'function:RefreshPage'
                instanceCount: alwaysReadyInstances
              }
            ]
      }
    }
  }

  resource appSettings 'config' = {
    name: 'appsettings'
    properties: settings
  }

  // Closed from the first moment: without an Entra application, every request is answered 401.
  resource authentication 'config' = {
    name: 'authsettingsV2'
    properties: {
      platform: {
        enabled: true
      }
      globalValidation: {
        requireAuthentication: true
        unauthenticatedClientAction: signsIn ? 'RedirectToLoginPage' : 'Return401'
        redirectToProvider: signsIn ? 'azureactivedirectory' : null
      }
      httpSettings: {
        requireHttps: true
      }
      identityProviders: signsIn
        ? {
            azureActiveDirectory: {
              enabled: true
              registration: {
                clientId: signInClientId
                clientSecretSettingName: signInSecretSetting
                openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
              }
              validation: {
                allowedAudiences: [
                  signInClientId
                  'api://${signInClientId}'
                ]
              }
            }
          }
        : {}
      login: {
        tokenStore: {
          enabled: false
        }
      }
    }
    dependsOn: [
      appSettings
    ]
  }

  resource noFtpPasswords 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: {
      allow: false
    }
  }

  resource noDeploymentPasswords 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: {
      allow: false
    }
  }
}

@description('Address of the HTTP functions.')
output endpoint string = 'https://${app.properties.defaultHostName}'
