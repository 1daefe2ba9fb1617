// What each mode of the hostile provider does. A hook gets the good thing and gives back, or sends, the bad one:
//   discovery(document)  keys(list)  header(h)  claims(c, asked)  signed(options)  wire(token, make)  answer(json)
//   back(parameters)     userinfo(json)         and serve: { discovery | jwks | token: (response) => … } for whole answers.
import { atHash, attacker, b64, curve, jwk, rsa, weak } from './forge.mjs';

const now = () => Math.floor(Date.now() / 1000);
const set = (changes) => ({ claims: (c) => ({ ...c, ...changes }) });
const without = (name) => ({ claims: ({ [name]: _, ...rest }) => rest });
const head = (changes) => ({ header: (h) => ({ ...h, ...changes }) });
const raw = (from, to) => ({ claims: (c) => JSON.stringify(c).replace(from, to) });
const send = (status, type, body, headers = {}) => (response) => response.writeHead(status, { 'Content-Type': type, ...headers }).end(body);
const html = send(200, 'text/html', '<html>Sign in</html>');
const away = send(302, 'application/json', '{}', { Location: 'http://169.254.169.254/latest/meta-data/' });
const broken = send(500, 'application/json', '{}');
const silent = () => {};
const endless = (response) => {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  const more = () => { while (!response.destroyed && response.write(' '.repeat(65536))); };
  response.on('drain', more);
  more();
};
const drip = (response) => {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  const timer = setInterval(() => (response.destroyed ? clearInterval(timer) : response.write(' ')), 100);
};
const at = (name, serve) => ({ serve: { [name]: serve } });
const twice = (name, value) => ({ back: (p) => { p.append(name, value); return p; } });

export const modes = {
  // Good and odd ones that are let in.
  'good': {},
  'good-no-kid': { header: ({ kid: _, ...rest }) => rest },
  'good-ps256': head({ alg: 'PS256' }),
  'good-es256': { ...head({ alg: 'ES256', kid: 'e1' }), signed: () => ({ key: curve.privateKey }) },
  'good-aud-array': { claims: (c) => ({ ...c, aud: [c.aud] }) },
  'good-at-hash': { claims: (c, asked) => ({ ...c, at_hash: atHash(asked.access) }) },
  'good-stray-oct-key': { keys: (k) => [...k, { kty: 'oct', k: 'AAAA', kid: 'o1' }] },
  'good-foreign-key-names': head({ jku: 'http://169.254.169.254/', x5u: 'http://169.254.169.254/', jwk: jwk(attacker) }),
  'good-iss-param': { discovery: (d) => ({ ...d, authorization_response_iss_parameter_supported: true }), back: (p, mode) => { p.set('iss', mode.issuer); return p; } },

  // The signature.
  'alg-none': head({ alg: 'none' }),
  'alg-none-case': head({ alg: 'nOnE' }),
  'alg-missing': { header: ({ alg: _, ...rest }) => rest },
  'alg-rs384': head({ alg: 'RS384' }),
  'hs-pubkey': head({ alg: 'HS256' }),
  'other-key': { signed: () => ({ key: attacker.privateKey }) },
  'embedded-key': { ...head({ kid: 'a1', jwk: jwk(attacker, { kid: 'a1' }) }), signed: () => ({ key: attacker.privateKey }) },
  'jku': { ...head({ kid: 'a1', jku: 'https://evil.example/jwks' }), signed: () => ({ key: attacker.privateKey }) },
  'signature-missing': { wire: (t) => t.slice(0, t.lastIndexOf('.') + 1) },
  'signature-cut': { wire: (t) => t.slice(0, -22) },
  'payload-swapped': { wire: (t) => { const p = t.split('.'); return `${p[0]}.${b64('{"sub":"boss"}')}.${p[2]}`; } },
  'es256-der': { ...head({ alg: 'ES256', kid: 'e1' }), signed: () => ({ key: curve.privateKey, der: true }) },
  'es256-named-rsa': head({ kid: 'e1' }),
  'crit': head({ crit: ['exp'] }),
  'b64': head({ b64: false }),
  'typ-logout': head({ typ: 'logout+jwt' }),
  'typ-access': head({ typ: 'application/at+jwt' }),
  'kid-unknown': head({ kid: 'nobody' }),
  'kid-path': head({ kid: '../../../dev/null' }),
  'kid-number': head({ kid: 1 }),
  'header-twice': { header: (h) => JSON.stringify(h).replace('{', '{"alg":"RS256",') },

  // Its spelling.
  'padded': { wire: (t) => `${t}=` },
  'spaced': { wire: (t) => `${t.slice(0, 9)} ${t.slice(9)}` },
  'four-parts': { wire: (t) => `${t}.x` },
  'encrypted-form': { wire: (t) => `${t}.x.y` },
  'too-long': { claims: (c) => ({ ...c, filler: 'x'.repeat(20000) }) },
  'too-deep': { claims: (c) => ({ ...c, deep: [[[[[[[[[1]]]]]]]]] }) },
  'claims-twice': raw('{', '{"sub":"boss",'),
  'claims-twice-escaped': raw('{', '{"s\\u0075b":"boss",'),
  'claims-bom': raw('{', '\uFEFF{'),
  'claims-list': { claims: (c) => JSON.stringify([c]) },

  // The claims.
  'iss-wrong': set({ iss: 'https://evil.example' }),
  'iss-slash': { claims: (c) => ({ ...c, iss: `${c.iss}/` }) },
  'iss-missing': without('iss'),
  'aud-wrong': set({ aud: 'somebody-else' }),
  'aud-empty': set({ aud: [] }),
  'aud-many-no-azp': { claims: (c) => ({ ...c, aud: [c.aud, 'other'] }) },
  'azp-foreign': set({ azp: 'other' }),
  'exp-missing': without('exp'),
  'exp-past': { claims: (c) => ({ ...c, exp: now() - 3600 }) },
  'exp-huge': set({ exp: 1e308 }),
  'exp-beyond-numbers': raw(/"exp":\d+/, '"exp":1e999'),
  'exp-text': { claims: (c) => ({ ...c, exp: `${c.exp}` }) },
  'iat-missing': without('iat'),
  'iat-future': { claims: (c) => ({ ...c, iat: now() + 3600 }) },
  'iat-old': { claims: (c) => ({ ...c, iat: now() - 86400 }) },
  'nbf-future': { claims: (c) => ({ ...c, nbf: now() + 3600 }) },
  'nonce-missing': without('nonce'),
  'nonce-wrong': set({ nonce: 'other' }),
  'nonce-list': { claims: (c) => ({ ...c, nonce: [c.nonce] }) },
  'at-hash-wrong': set({ at_hash: atHash('another token') }),
  'sub-missing': without('sub'),
  'sub-number': set({ sub: 7 }),
  'sub-empty': set({ sub: '' }),
  'sub-long': set({ sub: 'x'.repeat(256) }),
  'sub-control': set({ sub: 'al\u0000ice' }),

  // The keys.
  'keys-same-name': { keys: (k) => [...k, jwk(attacker, { kid: 'r1' })] },
  'keys-two-and-no-kid': { header: ({ kid: _, ...rest }) => rest, keys: (k) => [...k, jwk(attacker, { kid: 'r2' })] },
  'keys-for-encryption': { keys: () => [jwk(rsa, { kid: 'r1', use: 'enc' })] },
  'keys-other-algorithm': { keys: () => [jwk(rsa, { kid: 'r1', alg: 'PS256' })] },
  'keys-weak': { keys: () => [jwk(weak, { kid: 'r1' })], signed: () => ({ key: weak.privateKey }) },
  'keys-exponent-one': { keys: () => [jwk(rsa, { kid: 'r1', e: 'AQ' })] },
  'keys-many': { keys: (k) => [...k, ...Array.from({ length: 60 }, (_, n) => jwk(attacker, { kid: `k${n}` }))] },
  'keys-page': at('jwks', html),
  'keys-redirect': at('jwks', away),
  'keys-endless': at('jwks', endless),
  'keys-silent': at('jwks', silent),
  'keys-broken': at('jwks', broken),

  // Discovery.
  'discovery-other-issuer': { discovery: (d) => ({ ...d, issuer: 'https://evil.example' }) },
  'discovery-slash': { discovery: (d) => ({ ...d, issuer: `${d.issuer}/` }) },
  'discovery-javascript': { discovery: (d) => ({ ...d, authorization_endpoint: 'javascript:alert(1)' }) },
  'discovery-file': { discovery: (d) => ({ ...d, token_endpoint: 'file:///etc/passwd' }) },
  'discovery-inner-address': { discovery: (d) => ({ ...d, jwks_uri: 'https://169.254.169.254/keys' }) },
  'discovery-no-code': { discovery: (d) => ({ ...d, response_types_supported: ['id_token'] }) },
  'discovery-redirect': at('discovery', away),
  'discovery-page': at('discovery', html),
  'discovery-endless': at('discovery', endless),
  'discovery-drip': at('discovery', drip),

  // The token endpoint.
  'token-page': at('token', html),
  'token-redirect': at('token', away),
  'token-endless': at('token', endless),
  'token-silent': at('token', silent),
  'token-broken': at('token', broken),
  'token-error': at('token', send(400, 'application/json', '{"error":"invalid_grant","error_description":"<script>alert(1)</script>"}')),
  'token-mac': { answer: (a) => ({ ...a, token_type: 'mac' }) },
  'token-no-id-token': { answer: ({ id_token: _, ...rest }) => rest },
  'token-id-token-list': { answer: (a) => ({ ...a, id_token: [a.id_token] }) },
  'token-header-injection': { answer: (a) => ({ ...a, access_token: 'a\r\nHost: evil' }) },

  // The way back.
  'back-iss-wrong': { back: (p) => { p.set('iss', 'https://evil.example'); return p; } },
  'back-iss-promised-missing': { discovery: (d) => ({ ...d, authorization_response_iss_parameter_supported: true }) },
  'back-state-twice': twice('state', 'other'),
  'back-code-twice': twice('code', 'other'),
  'back-iss-twice': { back: (p, mode) => { p.append('iss', mode.issuer); p.append('iss', mode.issuer); return p; } },
  'back-state-changed': { back: (p) => { p.set('state', `${p.get('state')}x`); return p; } },
  'back-state-missing': { back: (p) => { p.delete('state'); return p; } },
  'back-code-missing': { back: (p) => { p.delete('code'); return p; } },
  'back-error': { back: (p) => { p.delete('code'); p.set('error', 'access_denied'); p.set('error_description', '<script>alert(1)</script>'); return p; } },
  'back-error-unknown': { back: (p) => { p.delete('code'); p.set('error', '<script>alert(1)</script>'); return p; } },

  // People.
  'userinfo-other-person': { claims: ({ email: _, email_verified: __, ...rest }) => rest, userinfo: (u) => ({ ...u, sub: 'boss' }) },
  'email-verified-text': set({ email_verified: 'true' }),
  'email-unverified': set({ email_verified: false }),
  'groups-text': set({ groups: 'finance' }),
  'groups-nested': set({ groups: [['finance']] }),
  'groups-many': { claims: (c) => ({ ...c, groups: Array.from({ length: 300 }, (_, n) => `g${n}`) }) },
  'groups-elsewhere': set({ _claim_names: { groups: 's' }, _claim_sources: { s: { endpoint: 'http://169.254.169.254/' } } }),
};
