metadata description = 'Who wrote what in the content account, and when: an entry for each write and each deletion, and none for reads.'

@description('Name of the workspace that the log goes to.')
param workspaceName string

@description('Name of the content account.')
param contentAccountName string

// Reads would be most of it: every page that is rendered, and every look into an empty queue.
var logs = [
  {
    category: 'StorageWrite'
    enabled: true
  }
  {
    category: 'StorageDelete'
    enabled: true
  }
]

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-07-01' existing = {
  name: workspaceName
}

resource contentAccount 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: contentAccountName

  resource blobs 'blobServices' existing = {
    name: 'default'
  }

  resource queueService 'queueServices' existing = {
    name: 'default'
  }

  resource tableService 'tableServices' existing = {
    name: 'default'
  }
}

resource blobLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'writes'
  scope: contentAccount::blobs
  properties: {
    workspaceId: workspace.id
    logs: logs
  }
}

// The alert on poisoned messages reads it.
resource queueLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'writes'
  scope: contentAccount::queueService
  properties: {
    workspaceId: workspace.id
    logs: logs
  }
}

resource tableLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'writes'
  scope: contentAccount::tableService
  properties: {
    workspaceId: workspace.id
    logs: logs
  }
}
