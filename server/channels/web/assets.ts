/** Style and scripts of the page: read once, named by what is in them, packed once, kept by browsers for good. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { Router } from 'express';

export type AssetName = 'page.css' | 'member-page.css' | 'page.js' | 'htmx.js' | 'icon.svg';

type Asset = { readonly url: string; readonly type: string; readonly plain: Buffer; readonly packed: Buffer };

const own = (name: string): URL => new URL(`../../public/${name}`, import.meta.url);

const assets: Readonly<Record<AssetName, Asset>> = {
  'page.css': asset('page.css', 'text/css; charset=utf-8', own('page.css')),
  'member-page.css': asset('member-page.css', 'text/css; charset=utf-8', own('member-page.css')),
  'page.js': asset('page.js', 'text/javascript; charset=utf-8', own('page.js')),
  'htmx.js': asset(
    'htmx.js',
    'text/javascript; charset=utf-8',
    createRequire(import.meta.url).resolve('htmx.org/dist/htmx.min.js'),
  ),
  'icon.svg': asset('icon.svg', 'image/svg+xml', own('icon.svg')),
};

/** The address of a file; a changed file has another address. */
export const assetUrl = (name: AssetName): string => assets[name].url;
/** Serves the files and nothing else. */
export function assetRoutes(): Router {
  const router = Router();
  for (const { url, type, plain, packed } of Object.values(assets)) {
    router.get(url, (req, res) => {
      res.set({
        'Content-Type': type,
        'Cache-Control': 'public, max-age=31536000, immutable',
        Vary: 'Accept-Encoding',
      });
      const takesGzip = req.acceptsEncodings('gzip') !== false;
      if (takesGzip) res.set('Content-Encoding', 'gzip');
      res.end(takesGzip ? packed : plain);
    });
  }
  return router;
}

function asset(name: AssetName, type: string, file: string | URL): Asset {
  const plain = readFileSync(file);
  const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 12);
  return { url: `/assets/${hash}/${name}`, type, plain, packed: gzipSync(plain, { level: 9 }) };
}
