#!/usr/bin/env bash
# Runs before `azd down`: says what that deletes, and refuses while there is content, unless DELETE_CONTENT names its
# account. What it needs is known before the first deployment has ended, so one that failed can be taken away, too.
set -euo pipefail

: "${AZURE_ENV_NAME:?is set by azd}"
: "${AZURE_SUBSCRIPTION_ID:?is set by azd}"

group="rg-$AZURE_ENV_NAME"

if ! command -v az > /dev/null; then
  echo "The Azure CLI is missing: https://aka.ms/install-azure-cli" >&2
  exit 1
fi

if ! az account show --output none; then
  echo "The Azure CLI is not logged in: az login" >&2
  exit 1
fi

exists="$(az group exists --subscription "$AZURE_SUBSCRIPTION_ID" --name "$group")"

if [ "$exists" = false ]; then
  echo "There is no resource group $group, and nothing to delete."
  exit 0
fi

echo "azd down deletes the resource group $group, and all that is in it:"
az resource list --subscription "$AZURE_SUBSCRIPTION_ID" --resource-group "$group" --query "[].[type, name]" --output tsv

account="$(az storage account list \
  --subscription "$AZURE_SUBSCRIPTION_ID" --resource-group "$group" \
  --query "[?starts_with(name, 'stcontent')].name" --output tsv)"

if [ -z "$account" ]; then
  echo "There is no content account among it."
  exit 0
fi

if [ "${DELETE_CONTENT:-}" = "$account" ]; then
  echo "What editors wrote is deleted with $account, as DELETE_CONTENT says."
else
  if ! first="$(az storage blob list \
    --account-name "$account" --auth-mode login --container-name content \
    --num-results 1 --query "[].name" --output tsv)"; then
    first="It could not be looked into"
  fi

  if [ -n "$first" ]; then
    echo "Refused: what editors wrote is in $account ($first …). Copy it first (infra/README.md, Backup and restore)." >&2
    echo "To delete it all the same: DELETE_CONTENT=$account azd down" >&2
    exit 1
  fi

  echo "There is no content in $account."
fi

# Without it, Azure would refuse. The next provisioning sets it again, if azd down is not confirmed.
az lock delete \
  --subscription "$AZURE_SUBSCRIPTION_ID" --resource-group "$group" \
  --resource-type Microsoft.Storage/storageAccounts --resource-name "$account" --name keep-content
