/**
 * The REST API of InvoiceSync, version 1, for JavaScript: one file without dependencies, for Node 20 or later and for browsers.
 * Keep the key out of pages that others open: whoever reads it may do all it may.
 *
 *     const client = new InvoiceSync("https://billing.example.com", process.env.KEY);
 *     for await (const invoice of client.invoices.list({ status: "issued" })) console.log(invoice.number);
 *
 * Every POST carries an Idempotency-Key; a call that met a limit or a portal that is away waits as it is told and is sent again.
 */

const MOST_TRIES = 4;
const PAGE_ROWS = 100;
// Seconds. A limit by the hour is no matter of waiting: whoever is told to come back in half an hour is better told.
const LONGEST_WAIT = 60;

/** @typedef {{ code: string, detail: string, pointer?: string, parameter?: string }} FieldProblem */
/** @typedef {Record<string, string | number | boolean>} Where Filters by their names in the API, like {"created_at[gte]": "2026-11-01"}. */
/** @typedef {{ idempotencyKey?: string, signal?: AbortSignal }} Options */

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

/** Things that are listed, read, written and taken away alike. What is read alone has its version as `etag`, not written out with its fields. */
class Resource {
  /** @param {Wire} wire @param {string} name */
  constructor(wire, name) {
    this.wire = wire;
    this.name = name;
  }

  /** Row by row, page after page; rows that come meanwhile neither repeat nor hide others. @param {Where} [where] @param {Options} [options] */
  list(where, options) {
    return this.wire.rows(this.name, where, options);
  }

  /** @param {string} id @param {Options} [options] */
  get(id, options) {
    return this.wire.send("GET", this.at(id), options);
  }

  /** Made once however often it is sent; give an idempotencyKey of your own where it shall hold beyond this call. @param {object} body @param {Options} [options] */
  create(body, options) {
    return this.wire.send("POST", this.name, { ...options, body });
  }

  /** Writes it anew, all of it. @param {string} id @param {object} body @param {string} ifMatch @param {Options} [options] */
  replace(id, body, ifMatch, options) {
    return this.wire.send("PUT", this.at(id), { ...options, body, ifMatch });
  }

  /** Changes the fields that are given; null takes one back. @param {string} id @param {object} fields @param {string} ifMatch @param {Options} [options] */
  change(id, fields, ifMatch, options) {
    return this.wire.send("PATCH", this.at(id), { ...options, body: fields, ifMatch });
  }

  /** Throws a draft away; archives a customer or a product. @param {string} id @param {string} [ifMatch] @param {Options} [options] */
  delete(id, ifMatch, options) {
    return this.wire.send("DELETE", this.at(id), { ...options, ifMatch });
  }

  /** Up to 1,000 at once, each answered in its place: without an id one is made, with one it is changed. @param {object[]} items @param {Options} [options] */
  save(items, options) {
    return this.wire.send("POST", `${this.name}/bulk`, { ...options, body: { items } });
  }

  at(id, tail = "") {
    return `${this.name}/${encodeURIComponent(id)}${tail}`;
  }
}

class Shelf extends Resource {
  /** Takes it back out of the archive. @param {string} id @param {Options} [options] */
  restore(id, options) {
    return this.wire.send("POST", this.at(id, "/restore"), options);
  }
}

class Customers extends Shelf {
  /** @param {string} id @param {Where} [where] @param {Options} [options] */
  invoices(id, where, options) {
    return this.wire.rows(this.at(id, "/invoices"), where, options);
  }
}

class Invoices extends Resource {
  /** Gives a draft its number, once however often it is asked. @param {string} id @param {Options} [options] */
  issue(id, options) {
    return this.wire.send("POST", this.at(id, "/issue"), options);
  }

  /** @param {string} id @param {{ to?: string, cc?: string[], message?: string }} [mail] @param {Options} [options] */
  send(id, mail = {}, options) {
    return this.wire.send("POST", this.at(id, "/send"), { ...options, body: mail });
  }

  /** Answers the credit note. @param {string} id @param {{ reason: string, amount?: number, line_items?: { id: string, quantity: number }[] }} credit @param {Options} [options] */
  credit(id, credit, options) {
    return this.wire.send("POST", this.at(id, "/credit"), { ...options, body: credit });
  }

  /** @param {string} id @param {string} reason @param {Options} [options] */
  void(id, reason, options) {
    return this.wire.send("POST", this.at(id, "/void"), { ...options, body: { reason } });
  }

  /** Without an amount all that is open. @param {string} id @param {{ reason: string, amount?: number }} writeOff @param {Options} [options] */
  writeOff(id, writeOff, options) {
    return this.wire.send("POST", this.at(id, "/write-off"), { ...options, body: writeOff });
  }

  /** @param {string} id @param {Options} [options] */
  undoWriteOff(id, options) {
    return this.wire.send("DELETE", this.at(id, "/write-off"), options);
  }

  /** @param {string} id @param {Options} [options] @returns {Promise<Uint8Array>} */
  pdf(id, options) {
    return this.wire.send("GET", this.at(id, "/pdf"), options);
  }
}

class Payments {
  /** @param {Wire} wire */
  constructor(wire) {
    this.wire = wire;
  }

  /** @param {Where} [where] @param {Options} [options] */
  list(where, options) {
    return this.wire.rows("payments", where, options);
  }

  /** @param {string} id @param {Options} [options] */
  get(id, options) {
    return this.wire.send("GET", `payments/${encodeURIComponent(id)}`, options);
  }

  /** @param {object} payment @param {Options} [options] */
  record(payment, options) {
    return this.wire.send("POST", "payments", { ...options, body: payment });
  }

  /** Without an amount all that is left goes back. @param {string} id @param {{ reason: string, amount?: number, refunded_on?: string }} refund @param {Options} [options] */
  refund(id, refund, options) {
    return this.wire.send("POST", `payments/${encodeURIComponent(id)}/refund`, { ...options, body: refund });
  }

  /** Reverses a payment recorded by mistake; it stays to be read. @param {string} id @param {Options} [options] */
  delete(id, options) {
    return this.wire.send("DELETE", `payments/${encodeURIComponent(id)}`, options);
  }
}

class Reports {
  /** @param {Wire} wire */
  constructor(wire) {
    this.wire = wire;
  }

  /** @param {{ from?: string, to?: string, by?: "day" | "month", currency?: string }} [asked] @param {Options} [options] */
  sales(asked, options) {
    return this.of("sales", asked, options);
  }

  /** @param {{ from?: string, to?: string, currency?: string }} [asked] @param {Options} [options] */
  topCustomers(asked, options) {
    return this.of("sales/customers", asked, options);
  }

  /** @param {{ from?: string, to?: string, currency?: string }} [asked] @param {Options} [options] */
  topProducts(asked, options) {
    return this.of("sales/products", asked, options);
  }

  /** @param {{ from?: string, to?: string, basis?: "issue" | "supply", currency?: string }} [asked] @param {Options} [options] */
  tax(asked, options) {
    return this.of("tax", asked, options);
  }

  /** @param {{ from?: string, to?: string, by?: "day" | "month", currency?: string }} [asked] @param {Options} [options] */
  payments(asked, options) {
    return this.of("payments", asked, options);
  }

  /** @param {{ currency?: string }} [asked] @param {Options} [options] */
  aging(asked, options) {
    return this.of("aging", asked, options);
  }

  /** @param {{ currency?: string }} [asked] @param {Options} [options] */
  debtors(asked, options) {
    return this.of("aging/customers", asked, options);
  }

  of(report, asked, options) {
    return this.wire.send("GET", address(`reports/${report}`, asked), options);
  }
}

class Events {
  /** @param {Wire} wire */
  constructor(wire) {
    this.wire = wire;
  }

  /** All there are after one you know, or from the oldest. Keep the id of the last you worked on. @param {string} [id] @param {{ type?: string } & Options} [options] */
  after(id, options) {
    return this.wire.rows("events", { ...(id && { after: id }), ...(options?.type && { type: options.type }) }, options);
  }
}

/** One call and what it takes to make it. */
class Wire {
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

  async send(method, path, { body, ifMatch, idempotencyKey, signal } = {}) {
    const headers = { Authorization: `Bearer ${this.key}` };
    if (body !== undefined) headers["Content-Type"] = "application/json";
    if (ifMatch) headers["If-Match"] = ifMatch;
    if (method === "POST") headers["Idempotency-Key"] = idempotencyKey ?? crypto.randomUUID();
    // A PUT or DELETE whose answer was lost would find its own version stale.
    const mayRepeat = method === "GET" || method === "POST";
    const request = { method, headers, body: body === undefined ? undefined : JSON.stringify(body), signal };
    for (let tried = 1; ; tried++) {
      let answer;
      try {
        answer = await this.fetch(this.root + path, request);
      } catch (lost) {
        if (signal?.aborted || !mayRepeat || tried === MOST_TRIES) throw lost;
        await this.sleep(2 ** (tried - 1));
        continue;
      }
      if (answer.ok) return read(answer);
      const wait = retryAfter(answer) ?? 2 ** (tried - 1);
      if (!isPassing(answer) || tried === MOST_TRIES || wait > LONGEST_WAIT) throw new InvoiceSyncError(answer.status, await answer.json().catch(() => undefined));
      await answer.body?.cancel();
      await this.sleep(wait);
    }
  }
}

export class InvoiceSync {
  /**
   * @param {string | URL} portal Its address, like https://billing.example.com.
   * @param {string} key An API key (isk_…) or a token of one (ist_…).
   * @param {{ fetch?: typeof fetch, sleep?: (seconds: number) => Promise<void> }} [parts]
   */
  constructor(portal, key, { fetch: send = (...call) => globalThis.fetch(...call), sleep = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000)) } = {}) {
    const wire = new Wire(portal, key, send, sleep);
    this.customers = new Customers(wire, "customers");
    this.products = new Shelf(wire, "products");
    this.invoices = new Invoices(wire, "invoices");
    this.payments = new Payments(wire);
    this.reports = new Reports(wire);
    this.events = new Events(wire);
  }
}

function address(path, query) {
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
