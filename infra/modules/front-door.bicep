metadata description = 'The site under a domain of its own, by HTTPS: a static website in blob storage has no certificate for one.'

import { tags as resourceTags } from 'tags.bicep'

@description('Name of the Front Door profile.')
param name string

@description('Tags of the profile.')
param tags resourceTags

@description('The domain, such as www.lysekil.example.')
param domain string

@description('Address of the static website, with a slash at its end.')
param webEndpoint string

var webHost = split(webEndpoint, '/')[2]

resource profile 'Microsoft.Cdn/profiles@2025-06-01' = {
  name: name
  location: 'global'
  tags: tags
  sku: {
    name: 'Standard_AzureFrontDoor'
  }

  resource endpoint 'afdEndpoints' = {
    name: name
    location: 'global'
    tags: tags
    properties: {
      enabledState: 'Enabled'
    }
  }

  // No health probe: there is one origin, and probing it from everywhere costs more reads than visitors do.
  resource website 'originGroups' = {
    name: 'website'
    properties: {
      loadBalancingSettings: {
        sampleSize: 4
        successfulSamplesRequired: 3
      }
    }

    resource storage 'origins' = {
      name: 'storage'
      properties: {
        hostName: webHost
        originHostHeader: webHost
        httpsPort: 443
        enabledState: 'Enabled'
        enforceCertificateNameCheck: true
      }
    }
  }

  resource customDomain 'customDomains' = {
    name: replace(domain, '.', '-')
    properties: {
      hostName: domain
      tlsSettings: {
        certificateType: 'ManagedCertificate'
        minimumTlsVersion: 'TLS12'
      }
    }
  }

  // What a static website cannot say itself.
  resource headers 'ruleSets' = {
    name: 'headers'

    resource security 'rules' = {
      name: 'security'
      properties: {
        order: 1
        matchProcessingBehavior: 'Continue'
        actions: [
          for header in items({
            'Strict-Transport-Security': 'max-age=31536000'
            'X-Content-Type-Options': 'nosniff'
            'X-Frame-Options': 'DENY'
            'Referrer-Policy': 'strict-origin-when-cross-origin'
          }): {
            name: 'ModifyResponseHeader'
            parameters: {
              typeName: 'DeliveryRuleHeaderActionParameters'
              headerAction: 'Overwrite'
              headerName: header.key
              value: header.value
            }
          }
        ]
      }
    }
  }
}

resource route 'Microsoft.Cdn/profiles/afdEndpoints/routes@2025-06-01' = {
  parent: profile::endpoint
  name: 'everything'
  dependsOn: [
    profile::website::storage
    profile::headers::security
  ]
  properties: {
    originGroup: {
      id: profile::website.id
    }
    customDomains: [
      {
        id: profile::customDomain.id
      }
    ]
    ruleSets: [
      {
        id: profile::headers.id
      }
    ]
    patternsToMatch: [
      '/*'
    ]
    supportedProtocols: [
      'Http'
      'Https'
    ]
    httpsRedirect: 'Enabled'
    forwardingProtocol: 'HttpsOnly'
    linkToDefaultDomain: 'Disabled'
    enabledState: 'Enabled'
    // How long is up to the Cache-Control of each page.
    cacheConfiguration: {
      queryStringCachingBehavior: 'IgnoreQueryString'
      compressionSettings: {
        isCompressionEnabled: true
        contentTypesToCompress: [
          'application/atom+xml'
          'application/feed+json'
          'application/json'
          'application/rss+xml'
          'application/xml'
          'image/svg+xml'
          'text/css'
          'text/html'
          'text/javascript'
          'text/plain'
          'text/xml'
        ]
      }
    }
  }
}

@description('Where the domain\'s CNAME record points.')
output cnameTarget string = profile::endpoint.properties.hostName

@description('What the TXT record _dnsauth of the domain says, so that Azure gets it a certificate.')
output txtRecord string = profile::customDomain.properties.validationProperties.validationToken
