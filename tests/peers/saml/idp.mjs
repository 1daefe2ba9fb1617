// An identity provider on samlp. Usage: node idp.mjs; prints its address. POST /set takes JSON: keys, who comes, how it is signed and sealed.
// GET /metadata, /sso (with or without a request), /slo, and /leave where the provider begins the log-out.
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import samlp from 'samlp';
import SessionParticipants from 'samlp/lib/sessionParticipants/index.js';

const claim = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/';
const set = { user: { id: 'alice', email: 'alice@exemplu.ro', name: 'Alice', groups: [] }, signAssertion: true, signResponse: false, sealed: false, certificates: [] };
const participants = new SessionParticipants();
const states = new Map();
let home;

const store = {
  save: (request, state, done) => { const id = randomBytes(8).toString('hex'); states.set(id, state); done(null, id); },
  update: (request, id, state, done) => { states.set(id, state); done(); },
  load: (request, id, options, done) => { const state = states.get(id); if (options?.destroy) states.delete(id); (done ?? options)(null, state); },
};

// Its clock may go wrong: as many milliseconds as a test says.
const RightDate = Date;
globalThis.Date = class extends RightDate {
  constructor(...parts) { parts.length ? super(...parts) : super(RightDate.now() + (set.clock ?? 0)); }
  static now() { return RightDate.now() + (set.clock ?? 0); }
};

const common = () => ({ issuer: set.issuer ?? `${home}/metadata`, key: set.key, cert: set.cert, deflate: true, protocolBinding: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect', signatureAlgorithm: set.algorithm ?? 'rsa-sha256', digestAlgorithm: set.digest ?? 'sha256' });

const signIn = (request, response, next) => {
  const session = '_' + randomBytes(8).toString('hex');
  participants._participants.push({ serviceProviderId: set.audience, sessionIndex: session, nameId: set.user.id, nameIdFormat: set.format, serviceProviderLogoutURL: set.slo, cert: set.spCert, binding: common().protocolBinding });
  samlp.auth({
    ...common(),
    ...(set.sealed ? { encryptionCert: set.spCert, encryptionPublicKey: set.spKey, encryptionAlgorithm: set.cipher ?? 'http://www.w3.org/2009/xmlenc11#aes256-gcm', disallowEncryptionWithInsecureAlgorithm: false, warnOnInsecureEncryptionAlgorithm: false } : {}),
    signingCert: request.query.SAMLRequest ? set.spCert : undefined,
    audience: set.audience, recipient: set.recipient ?? set.acs, destination: set.destination ?? set.acs, lifetimeInSeconds: 300, sessionIndex: session,
    nameIdentifierFormat: set.format, signAssertion: set.signAssertion, signResponse: set.signResponse, inResponseTo: set.inResponseTo,
    authnContextClassRef: 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport',
    getUserFromRequest: () => set.user, getPostURL: (audience, dom, r, done) => done(null, set.acs),
    profileMapper: user => ({
      getClaims: () => ({ [claim + 'emailaddress']: user.email, [claim + 'name']: user.name, groups: user.groups }),
      getNameIdentifier: () => ({ nameIdentifier: user.id }),
    }),
  })(request, response, next);
};

const leave = (request, response, next) => samlp.logout({ ...common(), store, sessionParticipants: participants, clearIdPSession: done => done() })(request, response, next);

const metadata = (request, response) => response.set('Content-Type', 'application/xml').send(`<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="${home}/metadata"><md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">${set.certificates.map(pem => `<md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${pem.replace(/-----[^-]+-----|\s/g, '')}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`).join('')}<md:SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="${home}/slo"/><md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="${home}/sso"/></md:IDPSSODescriptor></md:EntityDescriptor>`);

const doors = { '/sso': signIn, '/slo': leave, '/leave': leave, '/metadata': metadata };

// The little of express that samlp asks for.
const dressed = response => Object.assign(response, {
  set: (name, value) => { response.setHeader(name, value); return response; },
  send: (status, body) => { if (typeof status === 'number') response.statusCode = status; response.end(String(typeof status === 'number' ? body ?? status : status)); },
  redirect: to => response.writeHead(302, { Location: to }).end(),
});

const server = createServer(async (request, plain) => {
  const url = new URL(request.url, home);
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString();
  if (url.pathname === '/set') {
    const change = JSON.parse(body);
    if (change.audience) participants._participants.length = 0;
    Object.assign(set, change);
    return plain.end();
  }

  Object.assign(request, { query: Object.fromEntries(url.searchParams), body: Object.fromEntries(new URLSearchParams(body)), session: {} });
  const response = dressed(plain);
  const next = error => { response.statusCode = 400; response.end(String(error?.message ?? error)); };
  (doors[url.pathname] ?? ((q, r) => r.send(404)))(request, response, next);
});

server.listen(0, '127.0.0.1', () => console.log(home = `http://127.0.0.1:${server.address().port}`));
// Whoever started us and is gone cannot stop us any more.
process.stdin.resume().on('end', () => process.exit());
