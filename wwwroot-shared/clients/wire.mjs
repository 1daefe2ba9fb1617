/** How the client of invoicesync.mjs makes its calls. Nothing here is meant to be used alone. */

const MOST_TRIES = 4;
const PAGE_ROWS = 100;
// Seconds. A limit by the hour is no matter of waiting: whoever is told to come back in half an hour is better told.
const LONGEST_WAIT = 60;

/** @typedef {{ code: string, detail: string, pointer?: string, parameter?: string }} FieldProblem */

/** The portal refused. Decide by `code`, which is never renamed; `errors` names every field that is wrong. */
export class InvoiceSyncError extends Error {
  /** @param {number} status @param {any} problem */
  constructor(status, problem) {
    super(`${status} ${problem?.code ?? "unknown"}: ${problem?.detail ?? ""}`);
    this.name = "InvoiceSyncError";
    this.status = status;
    /** @type {string} Like invoice.already_issued; unknown where something on the way answered and not the portal. */
    this.code = problem?.code ?? "unknown";
    /** @type {string} */
    this.detail = problem?.detail ?? "";
    /** @type {string | undefined} What to tell who runs the portal. */
    this.traceId = problem?.trace_id;
    /** @type {FieldProblem[]} */
    this.errors = problem?.errors ?? [];
  }
}

/** One call and what it takes to make it. */
export class Wire {
  constructor(portal, key, send, sleep) {
    this.root = `${String(portal).replace(/\/+$/, "")}/v1/`;
    this.key = key;
    this.fetch = send;
    this.sleep = sleep;
  }

  async *rows(path, where, options) {
    const asked = { ...where, limit: PAGE_ROWS };
    for (let more = true; more; ) {
      const page = await this.send("GET", address(path, asked), options);
      yield* page.data;
      more = page.has_more;
      asked.after = page.next_cursor;
    }
  }

  async send(method, path, { body, xml, ifMatch, idempotencyKey, signal } = {}) {
    const headers = { Authorization: `Bearer ${this.key}` };
    if (body !== undefined) headers["Content-Type"] = "application/json";
    if (xml !== undefined) headers["Content-Type"] = "application/xml";
    if (ifMatch) headers["If-Match"] = ifMatch;
    if (method === "POST") headers["Idempotency-Key"] = idempotencyKey ?? crypto.randomUUID();
    // A PUT or DELETE whose answer was lost would find its own version stale.
    const mayRepeat = method === "GET" || method === "POST";
    const request = { method, headers, body: body === undefined ? xml : JSON.stringify(body), signal };
    for (let tried = 1; ; tried++) {
      let answer;
      try {
        answer = await this.fetch(this.root + path, request);
        // Here, since an answer may break off in its middle too.
        if (answer.ok) return await read(answer);
      } catch (lost) {
        if (signal?.aborted || !mayRepeat || tried === MOST_TRIES) throw lost;
        await this.sleep(2 ** (tried - 1), signal);
        continue;
      }
      const wait = retryAfter(answer) ?? 2 ** (tried - 1);
      if (!isPassing(answer) || tried === MOST_TRIES || wait > LONGEST_WAIT) throw new InvoiceSyncError(answer.status, await answer.json().catch(() => undefined));
      await answer.body?.cancel();
      await this.sleep(wait, signal);
    }
  }
}

/** Whoever gives up meanwhile waits no longer. @param {number} seconds @param {AbortSignal} [signal] @returns {Promise<void>} */
export function rest(seconds, signal) {
  return new Promise((done, fail) => {
    signal?.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      fail(signal.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      done();
    }, seconds * 1000);
    signal?.addEventListener("abort", stop, { once: true });
  });
}

export function address(path, query) {
  const said = Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== null);
  return said.length === 0 ? path : `${path}?${said.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join("&")}`;
}

async function read(answer) {
  if (answer.status === 204) return undefined;
  if (!(answer.headers.get("Content-Type") ?? "").startsWith("application/json")) return new Uint8Array(await answer.arrayBuffer());
  const body = await answer.json();
  const etag = answer.headers.get("ETag");
  // Not one of its fields: sent back whole it must not be refused for it.
  if (etag) Object.defineProperty(body, "etag", { value: etag, enumerable: false });
  return body;
}

// 409 with Retry-After: the first request under this Idempotency-Key still runs.
function isPassing(answer) {
  return answer.status === 429 || answer.status === 503 || (answer.status === 409 && answer.headers.has("Retry-After"));
}

function retryAfter(answer) {
  const said = answer.headers.get("Retry-After");
  if (!said) return undefined;
  return /^\d+$/.test(said) ? Number(said) : Math.max(0, (Date.parse(said) - Date.now()) / 1000);
}
