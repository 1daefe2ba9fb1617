// A provider that lies in every way of modes.mjs. Usage: node evil.mjs; prints its address. The issuer of a mode is address/mode.
// GET /asked?path=… tells how often a path was asked for.
import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { curve, jwk, rsa, token } from './forge.mjs';
import { modes } from './modes.mjs';

const codes = new Map();
const asked = new Map();
const pass = (hook, value, ...more) => (hook ? hook(value, ...more) : value);
const json = (response, value, status = 200) => response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));

const doors = {
  discovery: ({ mode, issuer }, response) => json(response, pass(mode.discovery, {
    issuer, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/jwks`, userinfo_endpoint: `${issuer}/userinfo`,
    end_session_endpoint: `${issuer}/end`, response_types_supported: ['code'], subject_types_supported: ['public'], id_token_signing_alg_values_supported: ['RS256', 'none'],
  })),

  // Nobody is asked who they are: the one person is alice. Her address is mode@client.
  auth: ({ mode, issuer, query }, response) => {
    const code = randomBytes(12).toString('hex');
    codes.set(code, { client: query.get('client_id'), nonce: query.get('nonce'), challenge: query.get('code_challenge'), method: query.get('code_challenge_method'), redirect: query.get('redirect_uri') });
    const back = pass(mode.back, new URLSearchParams({ code, state: query.get('state') }), { issuer });
    response.writeHead(302, { Location: `${query.get('redirect_uri')}?${back}` }).end();
  },

  jwks: ({ mode }, response) => json(response, { keys: pass(mode.keys, [jwk(rsa, { kid: 'r1' }), jwk(curve, { kid: 'e1' })]) }),

  token: ({ name, mode, issuer, body }, response) => {
    const grant = codes.get(body.get('code'));
    codes.delete(body.get('code'));
    const verifier = createHash('sha256').update(body.get('code_verifier') ?? '').digest('base64url');
    if (!grant || grant.method !== 'S256' || grant.challenge !== verifier || grant.redirect !== body.get('redirect_uri')) return json(response, { error: 'invalid_grant' }, 400);
    const access = randomBytes(12).toString('hex');
    const at = Math.floor(Date.now() / 1000);
    const good = { iss: issuer, aud: grant.client, sub: 'alice', nonce: grant.nonce, iat: at, exp: at + 300, sid: 's-1', name: 'Alice', email: `${name}@${grant.client}`, email_verified: true };
    const header = pass(mode.header, { alg: 'RS256', kid: 'r1' });
    const made = token(header, pass(mode.claims, good, { access }), mode.signed?.());
    json(response, pass(mode.answer, { token_type: 'Bearer', expires_in: 300, access_token: access, id_token: pass(mode.wire, made) }));
  },

  userinfo: ({ mode }, response) => json(response, pass(mode.userinfo, { sub: 'alice', email: 'alice@nowhere.example', email_verified: true })),

  // Signs whatever claims a test posts: for log-out from the provider's side.
  sign: ({ body }, response) => response.writeHead(200, { 'Content-Type': 'text/plain' }).end(token(body.get('header'), body.get('claims'))),
};

const server = createServer(async (request, response) => {
  const url = new URL(request.url, 'http://x');
  if (url.pathname === '/asked') return json(response, asked.get(url.searchParams.get('path')) ?? 0);
  if (url.pathname === '/modes') return json(response, Object.keys(modes));
  asked.set(url.pathname, (asked.get(url.pathname) ?? 0) + 1);

  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const [, name, ...rest] = url.pathname.split('/');
  const mode = modes[name];
  const door = rest.join('/') === '.well-known/openid-configuration' ? 'discovery' : rest[0];
  if (!mode || !doors[door]) return json(response, {}, 404);
  if (mode.serve?.[door]) return mode.serve[door](response);
  const issuer = `http://127.0.0.1:${server.address().port}/${name}`;
  doors[door]({ name, mode, issuer, query: url.searchParams, body: new URLSearchParams(Buffer.concat(chunks).toString()) }, response);
});

server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
// Whoever started us and is gone cannot stop us any more.
process.stdin.resume().on('end', () => process.exit());
