metadata description = 'From a change in the content container to a message in the queue content-events.'

import { containers, platformContainers, queues } from 'names.bicep'
import { builtInRoles } from 'roles.bicep'
import { tags as resourceTags } from 'tags.bicep'

@description('Name of the system topic.')
param topicName string

@description('Region of the system topic, which is the content account\'s.')
param location string

@description('Tags of the system topic.')
param tags resourceTags

@description('Name of the content account.')
param contentAccountName string

resource contentAccount 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: contentAccountName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource deadLetters 'containers' existing = {
      name: platformContainers.deadLetters
    }
  }

  resource queueService 'queueServices' existing = {
    name: 'default'

    resource contentEvents 'queues' existing = {
      name: queues.contentEvents
    }
  }
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: topicName
  location: location
  tags: tags
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    source: contentAccount.id
    topicType: 'Microsoft.Storage.StorageAccounts'
  }
}

resource topicSendsEvents 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(
    contentAccount::queueService::contentEvents.id,
    topic.id,
    builtInRoles['Storage Queue Data Message Sender']
  )
  scope: contentAccount::queueService::contentEvents
  properties: {
    principalId: topic.identity.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      builtInRoles['Storage Queue Data Message Sender']
    )
    description: 'Delivers events.'
  }
}

resource topicKeepsDeadLetters 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(contentAccount::blobs::deadLetters.id, topic.id, builtInRoles['Storage Blob Data Contributor'])
  scope: contentAccount::blobs::deadLetters
  properties: {
    principalId: topic.identity.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      builtInRoles['Storage Blob Data Contributor']
    )
    description: 'Keeps events that could not be delivered.'
  }
}

resource contentChanges 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: topic
  name: queues.contentEvents
  dependsOn: [
    topicKeepsDeadLetters
    topicSendsEvents
  ]
  properties: {
    eventDeliverySchema: 'EventGridSchema'
    // The containers beside `content` change with each publish: without the prefix, each publish would cause events.
    // BlobRenamed is not asked for: only a hierarchical namespace raises it, and that knows neither versions nor tags.
    filter: {
      subjectBeginsWith: '/blobServices/default/containers/${containers.content}/'
      isSubjectCaseSensitive: true
      includedEventTypes: [
        'Microsoft.Storage.BlobCreated'
        'Microsoft.Storage.BlobDeleted'
      ]
    }
    deliveryWithResourceIdentity: {
      identity: {
        type: 'SystemAssigned'
      }
      destination: {
        endpointType: 'StorageQueue'
        properties: {
          resourceId: contentAccount.id
          queueName: queues.contentEvents
        }
      }
    }
    deadLetterWithResourceIdentity: {
      identity: {
        type: 'SystemAssigned'
      }
      deadLetterDestination: {
        endpointType: 'StorageBlob'
        properties: {
          resourceId: contentAccount.id
          blobContainerName: platformContainers.deadLetters
        }
      }
    }
    retryPolicy: {
      maxDeliveryAttempts: 30
      eventTimeToLiveInMinutes: 1440
    }
  }
}
