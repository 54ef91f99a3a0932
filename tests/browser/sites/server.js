import { createServer } from 'node:http';

/** Serves a site on this machine alone, at a free port, for tools that bring a browser connection of their own. */
export async function serve(site) {
  const server = createServer((request, response) => {
    const { status, contentType, body } = site.answer(new URL(request.url, 'http://localhost').pathname);
    response.writeHead(status, { 'Content-Type': contentType, 'Content-Length': body.length });
    response.end(request.method === 'HEAD' ? undefined : body);
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise(resolve => {
      server.closeAllConnections();
      server.close(resolve);
    }),
  };
}
