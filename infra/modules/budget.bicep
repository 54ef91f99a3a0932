metadata description = 'Tells when the resource group costs more than it should. It stops nothing.'

@description('What a month may cost, in the currency of the bill.')
@minValue(1)
param amount int

@description('First day of the first month, which Azure refuses to change later.')
param start string

@description('Name of the action group that is told.')
param actionGroupName string

resource operators 'Microsoft.Insights/actionGroups@2023-01-01' existing = {
  name: actionGroupName
}

resource budget 'Microsoft.Consumption/budgets@2024-08-01' = {
  name: 'monthly'
  properties: {
    amount: amount
    category: 'Cost'
    timeGrain: 'Monthly'
    timePeriod: {
      startDate: start
    }
    notifications: {
      forecast: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: []
        contactGroups: [
          operators.id
        ]
      }
      spent: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: []
        contactGroups: [
          operators.id
        ]
      }
    }
  }
}
