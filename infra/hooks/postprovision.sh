#!/usr/bin/env bash
# Runs after `azd provision`: what a template cannot do, or cannot yet do everywhere. Running it again changes nothing.
set -euo pipefail

: "${CONTENT_ACCOUNT:?is an output of the deployment: run azd provision}"
: "${SITE_ACCOUNT:?is an output of the deployment: run azd provision}"
: "${SITE_URL:?is an output of the deployment: run azd provision}"

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"

if ! command -v az > /dev/null; then
  echo "The Azure CLI is missing: https://aka.ms/install-azure-cli" >&2
  exit 1
fi

if ! az account show --output none; then
  echo "The Azure CLI is not logged in: az login" >&2
  exit 1
fi

# A role that was assigned a moment ago is not known everywhere yet.
patiently() {
  local try
  for try in $(seq 1 30); do
    if "$@"; then
      return 0
    fi

    echo "Not allowed yet, or not reached; trying again ($try of 30)." >&2
    sleep "${HOOK_PAUSE_SECONDS:-10}"
  done

  echo "Given up: $*" >&2
  return 1
}

# The template says so too, but only the newest regions may have heard of it.
patiently az storage blob service-properties update \
  --account-name "$SITE_ACCOUNT" --auth-mode login \
  --static-website true --index-document index.html --404-document 404.html \
  --output none

if [ -z "${DEPLOYER_ASSIGNMENT:-}" ]; then
  echo "This account uploads no content."
  exit 0
fi

# What the account may do for the first upload it may not keep, unless it was told to. The next provisioning knows that.
take_back() {
  if [ "${DEPLOYER_IS_EDITOR:-}" != true ]; then
    az role assignment delete --ids "$DEPLOYER_ASSIGNMENT" --output none
    azd env set DEPLOYER_IS_EDITOR false
  fi
}

first="$(patiently az storage blob list \
  --account-name "$CONTENT_ACCOUNT" --auth-mode login --container-name content \
  --num-results 1 --query "[].name" --output tsv)"

if [ -n "$first" ]; then
  echo "There is content already; the sample site stays here."
  take_back
  exit 0
fi

upload="$(mktemp -d)"
trap 'rm -rf "$upload"' EXIT
cp -R "$root/content/." "$upload"
sed "s|^baseUrl:.*|baseUrl: $SITE_URL|" "$root/content/site.yaml" > "$upload/site.yaml"

patiently az storage blob upload-batch \
  --account-name "$CONTENT_ACCOUNT" --auth-mode login --destination content \
  --source "$upload" --overwrite true --no-progress --output none
take_back

echo "The sample site is uploaded. A minute after the first azd deploy it is live: $SITE_URL"
