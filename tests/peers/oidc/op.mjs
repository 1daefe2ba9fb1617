// The certified provider oidc-provider. Usage: node op.mjs; prints its address. Clients register themselves at /reg.
//   POST /__rotate         new keys, the old ones are gone        POST /__rotate?keep   new keys beside the old ones
//   POST /__dead?/path     hangs up on every call below the path  POST /__dead          answers again
import { createServer } from 'node:http';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import Provider from 'oidc-provider';

const newKey = () => ({ ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }), kid: randomUUID(), use: 'sig', alg: 'RS256' });
let keys = [newKey()];
let handle;
let dead;

// Everything the provider knows, in one map: it outlives the new provider that new keys make.
const kept = new Map();
class Shelf {
  constructor(kind) { this.key = (id) => `${kind}:${id}`; }
  async upsert(id, payload) { kept.set(this.key(id), payload); }
  async find(id) { return kept.get(this.key(id)); }
  async findByUid(uid) { return [...kept].find(([key, value]) => key.startsWith(this.key('')) && value.uid === uid)?.[1]; }
  async findByUserCode() { return undefined; }
  async consume(id) { kept.get(this.key(id)).consumed = Math.floor(Date.now() / 1000); }
  async destroy(id) { kept.delete(this.key(id)); }
  async revokeByGrantId(grant) { for (const [key, value] of kept) if (value.grantId === grant) kept.delete(key); }
}

const make = (issuer) => {
  const provider = new Provider(issuer, {
    adapter: Shelf,
    jwks: { keys },
    cookies: { keys: ['only for tests'] },
    features: { devInteractions: { enabled: true }, registration: { enabled: true }, backchannelLogout: { enabled: true }, rpInitiatedLogout: { enabled: true } },
    claims: { openid: ['sub', 'sid', 'groups'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, name: id, email: id.replace('_at_', '@'), email_verified: true, groups: ['finance'] }) }),
    // Its own guard against inner addresses would not let it call a portal on this machine.
    fetch: (address, { dispatcher: _, ...options }) => globalThis.fetch(address, options),
  });
  return provider.callback();
};

const server = createServer((request, response) => {
  if (request.url.startsWith('/__dead')) {
    dead = request.url.split('?')[1];
    return response.end();
  }

  if (dead && request.url.startsWith(dead)) return request.socket.destroy();
  if (!request.url.startsWith('/__rotate')) return handle(request, response);
  keys = request.url.endsWith('?keep') ? [newKey(), ...keys] : [newKey()];
  handle = make(issuer());
  response.end(String(keys.length));
});
const issuer = () => `http://127.0.0.1:${server.address().port}`;

server.listen(0, '127.0.0.1', () => {
  handle = make(issuer());
  console.log(issuer());
});
process.stdin.resume().on('end', () => process.exit());
