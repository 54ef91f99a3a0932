// Mends what Azurite 3.37.0 does otherwise than Azure, where the site relies on Azure's way. The contract tests of the
// storage ports fail without it.
'use strict';

const path = require('node:path');

module.exports = function mend(azurite) {
  const sources = path.dirname(azurite);
  keepTimeOfCreation(require(path.join(sources, 'blob/persistence/LokiBlobMetadataStore.js')).default);
};

// Put Blob over a blob that exists begins a new life in Azurite; in Azure the blob stays the one that was created.
function keepTimeOfCreation(Store) {
  const createBlob = Store.prototype.createBlob;
  Store.prototype.createBlob = function (context, blob, ...conditions) {
    const { accountName, containerName, name, snapshot } = blob;
    const existing = this.db
      .getCollection(this.BLOBS_COLLECTION)
      ?.findOne({ accountName, containerName, name, snapshot });
    if (existing?.isCommitted) {
      blob.properties.creationTime = existing.properties.creationTime;
    }
    return createBlob.call(this, context, blob, ...conditions);
  };
}
