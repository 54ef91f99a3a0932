metadata description = 'A function app, on Flex Consumption: nothing runs, and nothing is paid for, while nothing is asked of it.'

import { tags as resourceTags } from 'tags.bicep'

@description('Name of the service in azd.')
param service string

@description('Name of the function app. Its first 32 characters identify its host among those that keep their state in one account.')
@maxLength(32)
param name string

@description('Name of the plan. A plan of Flex Consumption has one app.')
param planName string

@description('Region of both.')
param location string

@description('Tags of both; the app gets azd\'s service name on top.')
param tags resourceTags

@description('Name of the identity that the app acts as.')
param identityName string

@description('Name of the identity that the platform keeps the deployed package with.')
param deploymentIdentityName string

@description('Name of the Application Insights component.')
param applicationInsightsName string

@description('Name of the content account.')
param contentAccountName string

@description('Name of the runtime account.')
param runtimeAccountName string

@description('Name of the site account.')
param siteAccountName string

@description('Container of the runtime account that the platform keeps the deployed package in.')
param deploymentContainer string

@description('The most instances that run at once.')
param maximumInstances int

@description('Memory of an instance, in megabytes.')
param instanceMemoryMB int

@description('Functions that instances wait for.')
param alwaysReadyFunctions string[] = []

@description('Instances that wait for events, and are paid for, for each of these functions.')
param alwaysReadyInstances int = 0

@description('What a deployment does to instances that run: Recreate ends all at once, RollingUpdate lets them finish, batch by batch.')
@allowed([
  'Recreate'
  'RollingUpdate'
])
param updateStrategy string

@description('Client id of the Entra application that people sign in to HTTP functions with; empty: no person can.')
param signInClientId string

@description('Paths that are open without sign-in; one may end in /*.')
param openPaths string[] = []

@description('Whether instances are spread over zones. Azure then keeps two of them ready, and bills them, for each function that scales by itself.')
param zoneRedundant bool

@description('Name of the virtual network whose subnet of the service\'s name the app sends through; empty: none.')
param networkName string

@description('Whether the app is told the address of the site.')
param linksToSite bool = false

@description('Domain of the site; empty: that of the site account.')
param customDomain string = ''

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
    AzureWebJobsStorage__blobServiceUri: runtimeAccount.properties.primaryEndpoints.blob
    AzureWebJobsStorage__clientId: identity.properties.clientId
    AzureWebJobsStorage__credential: 'managedidentity'
    ContentStorage__blobServiceUri: contentAccount.properties.primaryEndpoints.blob
    ContentStorage__clientId: identity.properties.clientId
    ContentStorage__credential: 'managedidentity'
    ContentStorage__queueServiceUri: contentAccount.properties.primaryEndpoints.queue
    ContentStorage__tableServiceUri: contentAccount.properties.primaryEndpoints.table
    // The host records no spans of its own, which an old host exports for each look into an empty queue. The worker overrides it.
    OTEL_TRACES_SAMPLER: 'microsoft.fixed_percentage'
    OTEL_TRACES_SAMPLER_ARG: '0'
    SiteStorage__blobServiceUri: siteAccount.properties.primaryEndpoints.blob
    SiteStorage__clientId: identity.properties.clientId
    SiteStorage__credential: 'managedidentity'
  },
  // Instead of a client secret, the app shows a token of its identity, which the Entra application trusts.
  signsIn ? { '${signInSecretSetting}': identity.properties.clientId } : {},
  linksToSite
    ? { SiteAddress: empty(customDomain) ? siteAccount.properties.primaryEndpoints.web : 'https://${customDomain}/' }
    : {}
)

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource deploymentIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: deploymentIdentityName
}

resource contentAccount 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: contentAccountName
}

resource runtimeAccount 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: runtimeAccountName
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
    zoneRedundant: zoneRedundant
  }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': service })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
      // The platform requires it here. No setting tells the app of it.
      '${deploymentIdentity.id}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    publicNetworkAccess: 'Enabled'
    virtualNetworkSubnetId: empty(networkName)
      ? null
      : resourceId('Microsoft.Network/virtualNetworks/subnets', networkName, service)
    siteConfig: {
      minTlsVersion: '1.2'
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${runtimeAccount.properties.primaryEndpoints.blob}${deploymentContainer}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: deploymentIdentity.id
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
          : map(alwaysReadyFunctions, function => {
              name: 'function:${function}'
              instanceCount: alwaysReadyInstances
            })
      }
      // The service has known it since API version 2023-12-01; Bicep's types do not yet.
      #disable-next-line BCP037
      siteUpdateStrategy: {
        type: updateStrategy
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
        excludedPaths: openPaths
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
