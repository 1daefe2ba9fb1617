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

const server = new SMTPServer({
  key, cert, authOptional: false,
  onAuth: ({ username, password }, session, done) =>
    password === "right" ? done(null, { user: username }) : done(new Error("wrong password")),
  onRcptTo: ({ address }, session, done) =>
    address.startsWith("refused") ? done(Object.assign(new Error("no such mailbox"), { responseCode: 550 })) : done(),
  onData(stream, session, done) {
    let text = "";
    stream.setEncoding("utf8");
    stream.on("data", (part) => { text += part; });
    stream.on("end", () => {
      const { mailFrom, rcptTo } = session.envelope;
      say({ from: mailFrom.address, to: rcptTo.map((r) => r.address).join(), user: session.user, secure: session.secure, text });
      done();
    });
  },
});
server.on("error", () => {}); // a client that hangs up is part of the test
server.listen(0, "127.0.0.1", () => say({ port: server.server.address().port }));
