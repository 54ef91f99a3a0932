metadata description = 'What the parts of the storage are called; a test holds them equal to StorageNames in the code.'

@export()
@description('Blob containers of the content account.')
var containers = {
  accepted: 'accepted'
  content: 'content'
  desk: 'desk'
}

@export()
@description('Blob containers of the content account that only the platform uses.')
var platformContainers = {
  deadLetters: 'dead-letters'
}

@export()
@description('Blob containers of the runtime account. The functions host gives two of them their names.')
var runtimeContainers = {
  deployments: 'deployments'
  deskDeployments: 'deployments-desk'
  hostState: 'azure-webjobs-hosts'
  hostSecrets: 'azure-webjobs-secrets'
}

@export()
@description('Folder of the container desk with the log of who did what.')
var auditFolder = 'granskning'

@export()
@description('The container that the static website serves.')
var webContainer = '$web'

@export()
@description('Queues of the content account. The functions host puts what failed too often into <queue>-poison.')
var queues = {
  contentEvents: 'content-events'
  pageRefreshes: 'page-refreshes'
}

@export()
@description('Tables of the content account.')
var tables = {
  archive: 'archive'
}

@export()
@description('The queue for messages of another queue that failed too often.')
func poisonOf(queue string) string => '${queue}-poison'
