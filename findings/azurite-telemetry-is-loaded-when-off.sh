#!/usr/bin/env bash
# Azurite 3.37.0, started with --disableTelemetry, still loads its telemetry library at every start: applicationinsights and
# what that needs are two thirds of all files that it loads. A program that hosts it, and answers
# require('applicationinsights') with an empty object, gets the same Azurite in a third of the time.
#
# Seen on Node.js 20.20.2, on a machine that did other work, too:
#   as it is:               3,682 files loaded, 2,429 of them telemetry; it listens after 2,836 ms
#   without the library:      975 files loaded, none of them telemetry;  it listens after   949 ms
#
# Fails if the library is no longer loaded, or if Azurite no longer starts without it.
set -euo pipefail

version=3.37.0
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --loglevel=error "azurite@$version"

cat >start.cjs <<'JS'
// node start.cjs as-is|without: starts Azurite in memory on free ports, and tells what it has loaded once it listens.
const Module = require('node:module');
const [, , how] = process.argv;
const load = Module._load;
const loaded = new Set();
Module._load = (name, ...rest) => {
  loaded.add(name);
  return how === 'without' && name === 'applicationinsights' ? {} : load(name, ...rest);
};

const began = process.hrtime.bigint();
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = (text, ...rest) => {
  if (/Table service is successfully listening/.test(text)) {
    const files = Object.keys(require.cache);
    const telemetry = files.filter(file => /applicationinsights|opentelemetry/.test(file)).length;
    write(JSON.stringify({
      how, asked: loaded.has('applicationinsights'), files: files.length, telemetry,
      milliseconds: Number((process.hrtime.bigint() - began) / 1_000_000n),
    }) + '\n');
    process.exit(0);
  }
  return true;
};

process.argv = [process.argv[0], 'azurite', '--inMemoryPersistence', '--disableTelemetry',
  '--blobPort', '0', '--queuePort', '0', '--tablePort', '0'];
require('azurite/dist/src/azurite.js');
setTimeout(() => process.exit(2), 60_000).unref();
JS

as_is=$(node start.cjs as-is)
without=$(node start.cjs without)
printf 'azurite %s, node %s\n%s\n%s\n' "$version" "$(node --version)" "$as_is" "$without"
node -e '
  const [asIs, without] = process.argv.slice(1).map(text => JSON.parse(text));
  const holds = asIs.asked && asIs.telemetry > 0 && without.telemetry === 0;
  console.log(holds ? "as seen: the library is loaded although it is off, and is not needed" : "changed");
  process.exit(holds ? 0 : 1);
' "$as_is" "$without"
