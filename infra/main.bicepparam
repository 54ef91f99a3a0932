using 'main.bicep'

// Each value is an azd environment's: `azd env set NAME value`. What is not set has main.bicep's default.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'lysekil')
param location = readEnvironmentVariable('AZURE_LOCATION', 'swedencentral')

param editorsGroupId = readEnvironmentVariable('EDITORS_GROUP_ID', '')
param designersGroupId = readEnvironmentVariable('DESIGNERS_GROUP_ID', '')
param deployerIsEditor = bool(readEnvironmentVariable('DEPLOYER_IS_EDITOR', 'true'))
param deployerIsOwner = bool(readEnvironmentVariable('DEPLOYER_IS_OWNER', 'true'))
param alertEmails = filter(split(readEnvironmentVariable('ALERT_EMAILS', ''), ','), email => !empty(email))
param signInClientId = readEnvironmentVariable('SIGN_IN_CLIENT_ID', '')
param customDomain = readEnvironmentVariable('CUSTOM_DOMAIN', '')
param owner = readEnvironmentVariable('OWNER', '')
param costCentre = readEnvironmentVariable('COST_CENTRE', '')

param monthlyBudget = int(readEnvironmentVariable('MONTHLY_BUDGET', '250'))
param budgetStart = readEnvironmentVariable('BUDGET_START', '')

param zoneRedundant = bool(readEnvironmentVariable('ZONE_REDUNDANT', 'false'))
param vnetEnabled = bool(readEnvironmentVariable('VNET_ENABLED', 'false'))
param allowedAddresses = filter(
  split(readEnvironmentVariable('ALLOWED_ADDRESSES', ''), ','),
  address => !empty(address)
)
param lockContent = bool(readEnvironmentVariable('LOCK_CONTENT', 'true'))
param vaultedBackupDays = int(readEnvironmentVariable('VAULTED_BACKUP_DAYS', '0'))

param maximumInstances = int(readEnvironmentVariable('MAXIMUM_INSTANCES', '40'))
param instanceMemoryMB = any(int(readEnvironmentVariable('INSTANCE_MEMORY_MB', '2048')))
param alwaysReadyInstances = int(readEnvironmentVariable('ALWAYS_READY_INSTANCES', '0'))
param updateStrategy = any(readEnvironmentVariable('UPDATE_STRATEGY', 'Recreate'))
