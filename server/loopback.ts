/** What leads to this machine itself, and so to nobody else. */

/** Whether only this machine can reach the host, as named in a setting or a URL. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d+){3}$/.test(host);
}

/** Whether it is a web address on this machine. */
export function isLoopbackUrl(address: unknown): boolean {
  if (typeof address !== 'string' || !URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return (protocol === 'http:' || protocol === 'https:') && isLoopback(hostname);
}
