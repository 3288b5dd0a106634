const hosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether the address leads to this machine itself. */
export function isLoopback(address: unknown): boolean {
  if (typeof address !== 'string' || !URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return (protocol === 'http:' || protocol === 'https:') && hosts.has(hostname);
}
