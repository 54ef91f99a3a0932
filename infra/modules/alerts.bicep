metadata description = 'The alerts and their recipients; README.md has a runbook for each alert.'

import { poisonOf, queues } from 'names.bicep'
import { tags as resourceTags } from 'tags.bicep'

@description('Name of the action group.')
param actionGroupName string

@description('Region of the rules that read the workspace.')
param location string

@description('Tags of the alerts.')
param tags resourceTags

@description('Addresses that alerts are mailed to, besides the subscription\'s owners.')
param emails string[]

@description('Name of the workspace that telemetry goes to.')
param workspaceName string

@description('Name of the system topic.')
param topicName string

@description('The longest time in seconds that an article may take from upload to live.')
param slowPublishSeconds int

var ownerRole = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635'
var poisonQueues = join(map(items(queues), item => '"${poisonOf(item.value)}"'), ', ')

var logAlerts = [
  {
    name: 'poison-message'
    title: 'A message failed too often'
    text: 'A publish or refresh failed five times, and its message is in the poison queue. A reconcile retries the work.'
    severity: 1
    // From the log of the storage account, so the alert also works while the app does not.
    query: '''
      StorageQueueLogs
      | where OperationName == "PutMessage" and StatusText == "Success"
      | extend Queue = tostring(split(parse_url(Uri).Path, "/")[1])
      | where Queue in ({0})
      '''
    operator: 'GreaterThan'
    threshold: 0
    frequency: 'PT5M'
    window: 'PT15M'
  }
  {
    name: 'failed-reconcile'
    title: 'A reconcile failed'
    text: 'Sources, index and pages could not be compared. Changes whose event was lost wait until a reconcile succeeds.'
    severity: 1
    query: '''
      AppMetrics
      | where Name == "lysekil.reconciles" and tostring(Properties.outcome) == "failed"
      '''
    operator: 'GreaterThan'
    threshold: 0
    frequency: 'PT15M'
    window: 'PT30M'
  }
  {
    name: 'no-reconcile'
    title: 'No reconcile has run'
    text: 'No reconcile of the sources has succeeded for two hours, whichever way it was started. One is due every ten minutes by timer, and after fifteen a message starts it: the app is down, or its timers are and nothing was published.'
    severity: 1
    query: '''
      AppMetrics
      | where Name == "lysekil.reconciles" and tostring(Properties.what) == "sources" and tostring(Properties.outcome) == "done"
      '''
    operator: 'LessThan'
    threshold: 1
    frequency: 'PT30M'
    window: 'PT2H'
  }
  {
    name: 'drift'
    title: 'A reconcile found drift'
    text: 'Sources, index and pages differed: events were late or lost, or pages were changed by hand. The reconcile repaired it.'
    severity: 3
    query: '''
      AppTraces
      | where Message startswith "Reconcile found"
      '''
    operator: 'GreaterThan'
    threshold: 2
    frequency: 'PT15M'
    window: 'PT1H'
  }
  {
    name: 'slow-publishing'
    title: 'Publishing is slow'
    text: 'An article took too long from its upload until it was live.'
    severity: 2
    query: '''
      AppMetrics
      | where Name == "lysekil.upload_to_live" and Max > {1}
      '''
    operator: 'GreaterThan'
    threshold: 0
    frequency: 'PT15M'
    window: 'PT30M'
  }
]

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-07-01' existing = {
  name: workspaceName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName
}

resource operators 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: actionGroupName
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'lysekil'
    armRoleReceivers: [
      {
        name: 'owners'
        roleId: ownerRole
        useCommonAlertSchema: true
      }
    ]
    emailReceivers: [
      for (email, number) in emails: {
        name: 'mail-${number}'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

resource logRules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for alert in logAlerts: {
    name: alert.name
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: alert.title
      description: alert.text
      enabled: true
      severity: alert.severity
      scopes: [
        workspace.id
      ]
      evaluationFrequency: alert.frequency
      windowSize: alert.window
      autoMitigate: true
      // Some tables are created with their first row, which is after this deployment.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: format(alert.query, poisonQueues, slowPublishSeconds)
            timeAggregation: 'Count'
            operator: alert.operator
            threshold: alert.threshold
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: {
        actionGroups: [
          operators.id
        ]
      }
    }
  }
]

resource deadLetter 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'dead-letter'
  location: 'global'
  tags: tags
  properties: {
    description: 'Event Grid could not deliver an event. A reconcile finds the source that it told of.'
    enabled: true
    severity: 2
    scopes: [
      topic.id
    ]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'dead-lettered'
          metricNamespace: 'Microsoft.EventGrid/systemTopics'
          metricName: 'DeadLetteredCount'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    actions: [
      {
        actionGroupId: operators.id
      }
    ]
  }
}
