// Listens on a free port, says where, and takes what the official package of Standard Webhooks finds genuine. PUT /control sets
// the secret and the answers to give first; GET /seen tells every message that came, as it came.
import { createServer } from "node:http";
import { Webhook } from "standardwebhooks";

let secret, answers = [];
const seen = [];

const read = async (request) => {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
};

const take = (headers, body) => {
  let problem = null;
  try {
    new Webhook(secret).verify(body, headers);
  } catch (refused) {
    problem = refused.message;
  }
  const status = problem ? 401 : answers.shift() ?? 204;
  seen.push({ id: headers["webhook-id"], timestamp: headers["webhook-timestamp"], signature: headers["webhook-signature"], body, problem, status });
  return status;
};

const server = createServer(async (request, response) => {
  const body = await read(request);
  if (request.url === "/control") ({ secret, answers } = JSON.parse(body));
  const status = request.url === "/hook" ? take(request.headers, body) : 200;
  response.writeHead(status, { "content-type": "application/json" }).end(request.url === "/seen" ? JSON.stringify(seen) : undefined);
});

server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}/`));
process.stdin.on("end", () => process.exit()).resume();
