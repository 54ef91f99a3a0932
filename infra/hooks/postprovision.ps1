# Runs after `azd provision`: what a template cannot do, or cannot yet do everywhere. Running it again changes nothing.
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

foreach ($name in 'CONTENT_ACCOUNT', 'SITE_ACCOUNT', 'SITE_URL') {
  if (-not [Environment]::GetEnvironmentVariable($name)) {
    throw "$name is an output of the deployment: run azd provision"
  }
}

$root = Resolve-Path (Join-Path $PSScriptRoot '../..')
$pause = if ($env:HOOK_PAUSE_SECONDS) { [int]$env:HOOK_PAUSE_SECONDS } else { 10 }

if (-not (Get-Command az -ErrorAction SilentlyContinue)) {
  throw 'The Azure CLI is missing: https://aka.ms/install-azure-cli'
}

az account show --output none
if ($LASTEXITCODE -ne 0) {
  throw 'The Azure CLI is not logged in: az login'
}

# A role that was assigned a moment ago is not known everywhere yet.
function Invoke-Patiently([scriptblock] $command) {
  foreach ($try in 1..30) {
    $answer = & $command
    if ($LASTEXITCODE -eq 0) {
      return $answer
    }

    Write-Warning "Not allowed yet, or not reached; trying again ($try of 30)."
    Start-Sleep -Seconds $pause
  }

  throw "Given up: $command"
}

# The template says so too, but only the newest regions may have heard of it.
Invoke-Patiently {
  az storage blob service-properties update `
    --account-name $env:SITE_ACCOUNT --auth-mode login `
    --static-website true --index-document index.html --404-document 404.html `
    --output none
}

if (-not $env:DEPLOYER_ASSIGNMENT) {
  Write-Output 'This account uploads no content.'
  exit 0
}

# What the account may do for the first upload it may not keep, unless it was told to. The next provisioning knows that.
function Undo-Assignment {
  if ($env:DEPLOYER_IS_EDITOR -ne 'true') {
    az role assignment delete --ids $env:DEPLOYER_ASSIGNMENT --output none
    if ($LASTEXITCODE -ne 0) {
      throw "The role could not be taken back: $env:DEPLOYER_ASSIGNMENT"
    }

    azd env set DEPLOYER_IS_EDITOR false
    if ($LASTEXITCODE -ne 0) {
      throw 'azd could not keep DEPLOYER_IS_EDITOR.'
    }
  }
}

$first = Invoke-Patiently {
  az storage blob list `
    --account-name $env:CONTENT_ACCOUNT --auth-mode login --container-name content `
    --num-results 1 --query '[].name' --output tsv
}

if ($first) {
  Write-Output 'There is content already; the sample site stays here.'
  Undo-Assignment
  exit 0
}

$upload = Join-Path ([IO.Path]::GetTempPath()) ([IO.Path]::GetRandomFileName())
try {
  Copy-Item -Recurse (Join-Path $root 'content') $upload
  $settings = [IO.File]::ReadAllText((Join-Path $root 'content/site.yaml'))
  $settings = $settings -replace '(?m)^baseUrl:.*$', "baseUrl: $env:SITE_URL"
  [IO.File]::WriteAllText((Join-Path $upload 'site.yaml'), $settings)

  Invoke-Patiently {
    az storage blob upload-batch `
      --account-name $env:CONTENT_ACCOUNT --auth-mode login --destination content `
      --source $upload --overwrite true --no-progress --output none
  }
}
finally {
  Remove-Item -Recurse -Force $upload -ErrorAction SilentlyContinue
}

Undo-Assignment

Write-Output "The sample site is uploaded. A minute after the first azd deploy it is live: $env:SITE_URL"
