metadata description = 'A virtual network that the function apps reach the content and the runtime account through.'

import { tags as resourceTags } from 'tags.bicep'

@description('Name of the virtual network.')
param name string

@description('Region of the network, which is that of the apps.')
param location string

@description('Tags of the network and its parts.')
param tags resourceTags

@description('Name of the content account.')
param contentAccountName string

@description('Name of the runtime account.')
param runtimeAccountName string

// The site account is open to visitors, whose endpoint has the same firewall as its blobs, so it needs none.
var endpoints = [
  {
    account: contentAccountName
    service: 'blob'
  }
  {
    account: contentAccountName
    service: 'queue'
  }
  {
    account: contentAccountName
    service: 'table'
  }
  {
    account: runtimeAccountName
    service: 'blob'
  }
]
var services = ['blob', 'queue', 'table']

// A subnet for each app, named after its azd service: one delegated to an app takes nothing else.
resource network 'Microsoft.Network/virtualNetworks@2025-01-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.0.0.0/24'
      ]
    }
    subnets: [
      {
        name: 'publishing'
        properties: {
          addressPrefix: '10.0.0.0/26'
          delegations: [
            {
              name: 'functions'
              properties: {
                serviceName: 'Microsoft.App/environments'
              }
            }
          ]
        }
      }
      {
        name: 'desk'
        properties: {
          addressPrefix: '10.0.0.64/26'
          delegations: [
            {
              name: 'functions'
              properties: {
                serviceName: 'Microsoft.App/environments'
              }
            }
          ]
        }
      }
      {
        name: 'endpoints'
        properties: {
          addressPrefix: '10.0.0.128/26'
        }
      }
    ]
  }

  resource endpointSubnet 'subnets' existing = {
    name: 'endpoints'
  }
}

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for service in services: {
    name: 'privatelink.${service}.${environment().suffixes.storage}'
    location: 'global'
    tags: tags
  }
]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (service, index) in services: {
    parent: zones[index]
    name: name
    location: 'global'
    tags: tags
    properties: {
      registrationEnabled: false
      virtualNetwork: {
        id: network.id
      }
    }
  }
]

resource privateEndpoints 'Microsoft.Network/privateEndpoints@2025-01-01' = [
  for endpoint in endpoints: {
    name: 'pe-${endpoint.account}-${endpoint.service}'
    location: location
    tags: tags
    properties: {
      subnet: {
        id: network::endpointSubnet.id
      }
      privateLinkServiceConnections: [
        {
          name: endpoint.service
          properties: {
            privateLinkServiceId: resourceId('Microsoft.Storage/storageAccounts', endpoint.account)
            groupIds: [
              endpoint.service
            ]
          }
        }
      ]
    }
  }
]

resource names 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-01-01' = [
  for (endpoint, index) in endpoints: {
    parent: privateEndpoints[index]
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        {
          name: endpoint.service
          properties: {
            privateDnsZoneId: zones[indexOf(services, endpoint.service)].id
          }
        }
      ]
    }
  }
]
