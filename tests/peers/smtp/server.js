// Listens on a free port, says it, and prints each mail it takes as one line of JSON.
const { execFileSync } = require("node:child_process");
const { mkdtempSync, readFileSync, rmSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { SMTPServer } = require("smtp-server");

// A key of this run alone: none is kept in the repository.
const folder = mkdtempSync(join(tmpdir(), "smtp-peer-"));
const [keyFile, certFile] = [join(folder, "key.pem"), join(folder, "cert.pem")];
execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1", "-keyout", keyFile, "-out", certFile], { stdio: "ignore" });
const [key, cert] = [readFileSync(keyFile), readFileSync(certFile)];
rmSync(folder, { recursive: true });

const say = (what) => process.stdout.write(`${JSON.stringify(what)}\n`);

const options = {
  key, cert, authOptional: false,
  onAuth: ({ username, password }, session, done) =>
    password === "right" ? done(null, { user: username }) : done(new Error("wrong password")),
  onRcptTo({ address }, session, done) {
    if (address.startsWith("refused")) return done(Object.assign(new Error("no such mailbox"), { responseCode: 550 }));
    if (address.startsWith("busy")) return done(Object.assign(new Error("come back later"), { responseCode: 450 }));
    if (address.startsWith("hang")) return undefined;
    return done();
  },
  onData(stream, session, done) {
    let text = "";
    stream.setEncoding("utf8");
    stream.on("data", (part) => { text += part; });
    stream.on("end", () => {
      const { mailFrom, rcptTo } = session.envelope;
      say({ from: mailFrom.address, to: rcptTo.map((r) => r.address).join(), user: session.user, secure: session.secure, text });
      if (rcptTo.some((r) => r.address.startsWith("cut"))) return this.connections.forEach((one) => one._socket.destroy());
      if (rcptTo.some((r) => r.address.startsWith("spam"))) return done(Object.assign(new Error("this is spam"), { responseCode: 554 }));
      return done();
    });
  },
};

// With STARTTLS, with TLS from the first byte, and one that offers neither.
const listen = (more) => new Promise((ready) => {
  const server = new SMTPServer({ ...options, ...more });
  server.on("error", () => {}); // a client that hangs up is part of the test
  server.listen(0, "127.0.0.1", () => ready(server.server.address().port));
});
Promise.all([listen({}), listen({ secure: true }), listen({ hideSTARTTLS: true, allowInsecureAuth: true, authOptional: true })])
  .then(([port, tls, clear]) => say({ port, tls, clear }));
