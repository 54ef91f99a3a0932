# Runs before `azd down`: says what that deletes, and refuses while there is content, unless DELETE_CONTENT names its
# account. What it needs is known before the first deployment has ended, so one that failed can be taken away, too.
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

foreach ($name in 'AZURE_ENV_NAME', 'AZURE_SUBSCRIPTION_ID') {
  if (-not [Environment]::GetEnvironmentVariable($name)) {
    throw "$name is set by azd"
  }
}

$group = "rg-$env:AZURE_ENV_NAME"

if (-not (Get-Command az -ErrorAction SilentlyContinue)) {
  throw 'The Azure CLI is missing: https://aka.ms/install-azure-cli'
}

az account show --output none
if ($LASTEXITCODE -ne 0) {
  throw 'The Azure CLI is not logged in: az login'
}

function Assert-Answered {
  if ($LASTEXITCODE -ne 0) {
    throw 'The Azure CLI did not answer.'
  }
}

$exists = az group exists --subscription $env:AZURE_SUBSCRIPTION_ID --name $group
Assert-Answered

if ($exists -eq 'false') {
  Write-Output "There is no resource group $group, and nothing to delete."
  exit 0
}

Write-Output "azd down deletes the resource group $group, and all that is in it:"
az resource list --subscription $env:AZURE_SUBSCRIPTION_ID --resource-group $group --query '[].[type, name]' --output tsv
Assert-Answered

$account = az storage account list `
  --subscription $env:AZURE_SUBSCRIPTION_ID --resource-group $group `
  --query "[?starts_with(name, 'stcontent')].name" --output tsv
Assert-Answered

if (-not $account) {
  Write-Output 'There is no content account among it.'
  exit 0
}

if ($env:DELETE_CONTENT -ceq $account) {
  Write-Output "What editors wrote is deleted with $account, as DELETE_CONTENT says."
}
else {
  $first = az storage blob list `
    --account-name $account --auth-mode login --container-name content `
    --num-results 1 --query '[].name' --output tsv
  if ($LASTEXITCODE -ne 0) {
    $first = 'It could not be looked into'
  }

  if ($first) {
    [Console]::Error.WriteLine("Refused: what editors wrote is in $account ($first …). Copy it first (infra/README.md, Backup and restore).")
    [Console]::Error.WriteLine("To delete it all the same: `$env:DELETE_CONTENT = '$account'; azd down")
    exit 1
  }

  Write-Output "There is no content in $account."
}

# Without it, Azure would refuse. The next provisioning sets it again, if azd down is not confirmed.
az lock delete `
  --subscription $env:AZURE_SUBSCRIPTION_ID --resource-group $group `
  --resource-type Microsoft.Storage/storageAccounts --resource-name $account --name keep-content
Assert-Answered
