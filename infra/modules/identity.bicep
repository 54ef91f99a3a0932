metadata description = 'Whom a function app acts as.'

import { tags as resourceTags } from 'tags.bicep'

@description('Name of the managed identity.')
param name string

@description('Region of the managed identity.')
param location string

@description('Tags of the managed identity.')
param tags resourceTags

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
  tags: tags
}
