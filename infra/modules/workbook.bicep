metadata description = 'The workbook for operators: is publishing fast, and is anything refused, stale or failing?'

import { poisonOf, queues } from 'names.bicep'
import { panels } from 'panels.bicep'
import { tags as resourceTags } from 'tags.bicep'

@description('Name of the workspace that telemetry goes to.')
param workspaceName string

@description('Region of the workbook.')
param location string

@description('Tags of the workbook.')
param tags resourceTags

var poisonQueues = join(map(items(queues), item => '"${poisonOf(item.value)}"'), ', ')

var introduction = {
  type: 1
  name: 'introduction'
  content: {
    json: 'From top to bottom: what editors notice, what visitors notice, what has gone wrong. A panel that is empty, or whose table is not there yet, says that nothing of the kind has happened. What to do about each alert is in the runbook, `infra/README.md`.'
  }
}

var period = {
  type: 9
  name: 'period'
  content: {
    version: 'KqlParameterItem/1.0'
    style: 'pills'
    parameters: [
      {
        id: guid('TimeRange')
        version: 'KqlParameterItem/1.0'
        name: 'TimeRange'
        label: 'Period'
        type: 4
        isRequired: true
        value: {
          durationMs: 86400000
        }
        typeSettings: {
          selectableValues: map([1, 4, 24, 72, 168, 720], hours => { durationMs: hours * 3600000 })
          allowCustom: true
        }
      }
    ]
  }
}

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-07-01' existing = {
  name: workspaceName
}

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, 'publishing')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'Publishing'
    category: 'workbook'
    sourceId: workspace.id
    version: 'Notebook/1.0'
    serializedData: string({
      version: 'Notebook/1.0'
      fallbackResourceIds: [
        workspace.id
      ]
      items: concat(
        [introduction, period],
        map(range(0, length(panels)), number => {
          type: 3
          name: 'panel-${number}'
          // Tables need the whole width; charts stand in pairs.
          customWidth: panels[number].chart == 'table' ? '100' : '50'
          content: {
            version: 'KqlItem/1.0'
            title: panels[number].title
            query: replace(panels[number].query, '{poisonQueues}', poisonQueues)
            size: 0
            timeContextFromParameter: 'TimeRange'
            queryType: 0
            resourceType: 'microsoft.operationalinsights/workspaces'
            visualization: panels[number].chart
          }
        })
      )
    })
  }
}
