/** How the client of invoicesync.mjs makes its calls, and what its parts have in common. Nothing here is meant to be used alone. */

const MOST_TRIES = 4;
const PAGE_ROWS = 100;
// Seconds. A limit by the hour is no matter of waiting: whoever is told to come back in half an hour is better told.
const LONGEST_WAIT = 60;

/** @typedef {Record<string, string | number | boolean>} Where Filters by their names in the API, like {"created_at[gte]": "2026-11-01"}. */
/** @typedef {{ idempotencyKey?: string, signal?: AbortSignal }} Options */
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

/** A part of the client, below one address. */
export class Part {
  /** @param {Wire} wire @param {string} name */
  constructor(wire, name) {
    this.wire = wire;
    this.name = name;
  }

  at(id, tail = "") {
    return `${this.name}/${encodeURIComponent(id)}${tail}`;
  }
}

/** Things that are listed and read alike. What is read alone has its version as `etag`, not written out with its fields. */
export class Read extends Part {
  /** Row by row, page after page; rows that come meanwhile neither repeat nor hide others. @param {Where} [where] @param {Options} [options] */
  list(where, options) {
    return this.wire.rows(this.name, where, options);
  }

  /** @param {string} id @param {Options} [options] */
  get(id, options) {
    return this.wire.send("GET", this.at(id), options);
  }
}

/** Those that are made as well. */
export class Listed extends Read {
  /** Made once however often it is sent; give an idempotencyKey of your own where it shall hold beyond this call. @param {object} body @param {Options} [options] */
  create(body, options) {
    return this.wire.send("POST", this.name, { ...options, body });
  }
}

/** Those that are changed as well. */
export class Changed extends Listed {
  /** Writes it anew, all of it. @param {string} id @param {object} body @param {string} ifMatch @param {Options} [options] */
  replace(id, body, ifMatch, options) {
    return this.wire.send("PUT", this.at(id), { ...options, body, ifMatch });
  }

  /** Changes the fields that are given; null takes one back. @param {string} id @param {object} fields @param {string} ifMatch @param {Options} [options] */
  change(id, fields, ifMatch, options) {
    return this.wire.send("PATCH", this.at(id), { ...options, body: fields, ifMatch });
  }

  /** Throws a draft away; archives a customer or a product; ends a schedule for good. @param {string} id @param {string} [ifMatch] @param {Options} [options] */
  delete(id, ifMatch, options) {
    return this.wire.send("DELETE", this.at(id), { ...options, ifMatch });
  }
}

/** Those that are also written many at once. */
export class Resource extends Changed {
  /** Up to 1,000 at once, each answered in its place: without an id one is made, with one it is changed. @param {object[]} items @param {Options} [options] */
  save(items, options) {
    return this.wire.send("POST", `${this.name}/bulk`, { ...options, body: { items } });
  }
}

export class Shelf extends Resource {
  /** Takes it back out of the archive. @param {string} id @param {Options} [options] */
  restore(id, options) {
    return this.wire.send("POST", this.at(id, "/restore"), options);
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
