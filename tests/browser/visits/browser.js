import { chromium } from 'playwright-core';

/**
 * A headless Chromium that connects to nothing but what it is told to.
 * @param {number} [port] Where others, such as Lighthouse, may drive it.
 */
export function openBrowser(port) {
  return chromium.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync',
      ...(port ? [`--remote-debugging-port=${port}`] : []),
    ],
  });
}
