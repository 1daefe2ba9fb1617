// Keys and tokens of the hostile provider: signed well, badly, or not at all.
import { createHash, createHmac, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';

export const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
export const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' });
export const attacker = generateKeyPairSync('rsa', { modulusLength: 2048 });
export const weak = generateKeyPairSync('rsa', { modulusLength: 1024 });

export const jwk = (pair, extra = {}) => ({ ...pair.publicKey.export({ format: 'jwk' }), use: 'sig', ...extra });
export const b64 = (value) => Buffer.from(value).toString('base64url');
export const atHash = (token) => createHash('sha256').update(token).digest().subarray(0, 16).toString('base64url');

const ways = {
  RS256: (data, key) => sign('sha256', data, key),
  RS384: (data, key) => sign('sha384', data, key),
  PS256: (data, key) => sign('sha256', data, { key, padding: 6, saltLength: 32 }),
  ES256: (data, key) => sign('sha256', data, { key, dsaEncoding: 'ieee-p1363' }),
  HS256: (data) => createHmac('sha256', rsa.publicKey.export({ type: 'spki', format: 'pem' })).update(data).digest(),
};

// Header and payload may be objects or ready texts; der writes an ECDSA signature the way certificates do.
export function token(header, payload, { key = rsa.privateKey, der = false } = {}) {
  const text = (part) => (typeof part === 'string' ? part : JSON.stringify(part));
  const data = `${b64(text(header))}.${b64(text(payload))}`;
  const alg = typeof header === 'string' ? JSON.parse(header).alg : header.alg;
  if (der) return `${data}.${sign('sha256', Buffer.from(data), { key: createPrivateKey(key.export({ format: 'pem', type: 'pkcs8' })), dsaEncoding: 'der' }).toString('base64url')}`;
  return `${data}.${ways[alg] ? ways[alg](Buffer.from(data), key).toString('base64url') : ''}`;
}
