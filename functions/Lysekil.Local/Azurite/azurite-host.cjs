// Runs Azurite for as long as the process that started it lives. However that process ends, also by kill -9, the pipe
// to our standard input closes, and Azurite saves and ends too.
//
// node azurite-host.cjs <azurite.js> <Azurite's arguments …>
'use strict';

const patience = 5_000; // ms; what saving may take

process.argv.splice(1, 1);

// A server that closes waits for its connections, also for those that a client has opened and never used.
const { Server } = require('node:http');
const close = Server.prototype.close;
Server.prototype.close = function (closed) {
  close.call(this, closed);
  this.closeAllConnections();
  return this;
};

for (const event of ['end', 'close', 'error']) {
  process.stdin.once(event, () => {
    process.emit('SIGTERM');
    setTimeout(() => process.exit(0), patience).unref();
  });
}
process.stdin.resume();

// Azurite loads its telemetry even where --disableTelemetry keeps it from being used: more than half of its start.
const Module = require('node:module');
const load = Module._load;
Module._load = (name, ...rest) => (name === 'applicationinsights' ? {} : load(name, ...rest));

// The process that read our output may be gone: Azurite saves all the same.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

require(process.argv[1]);
