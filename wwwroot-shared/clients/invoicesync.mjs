/**
 * The REST API of InvoiceSync, version 1, for JavaScript: two files without dependencies, for Node 20 or later and for browsers.
 * Keep the key out of pages that others open: whoever reads it may do all it may.
 *
 *     const client = new InvoiceSync("https://billing.example.com", process.env.KEY);
 *     for await (const invoice of client.invoices.list({ status: "issued" })) console.log(invoice.number);
 *
 * Every POST carries an Idempotency-Key; a call that met a limit or a portal that is away waits as it is told and is sent again.
 */

import { Wire, address, rest } from "./wire.mjs";

export { InvoiceSyncError } from "./wire.mjs";

/** @typedef {Record<string, string | number | boolean>} Where Filters by their names in the API, like {"created_at[gte]": "2026-11-01"}. */
/** @typedef {{ idempotencyKey?: string, signal?: AbortSignal }} Options */

/** Things that are listed, read and made alike. What is read alone has its version as `etag`, not written out with its fields. */
class Listed {
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

  at(id, tail = "") {
    return `${this.name}/${encodeURIComponent(id)}${tail}`;
  }
}

/** Those that are changed as well. */
class Changed extends Listed {
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
class Resource extends Changed {
  /** Up to 1,000 at once, each answered in its place: without an id one is made, with one it is changed. @param {object[]} items @param {Options} [options] */
  save(items, options) {
    return this.wire.send("POST", `${this.name}/bulk`, { ...options, body: { items } });
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

  /** The files that go with it, oldest first. @param {string} id @param {Options} [options] */
  async attachments(id, options) {
    return (await this.wire.send("GET", this.at(id, "/attachments"), options)).data;
  }

  /** Puts a file to a draft; its content in Base64. @param {string} id @param {{ name: string, content: string }} file @param {Options} [options] */
  attach(id, file, options) {
    return this.wire.send("POST", this.at(id, "/attachments"), { ...options, body: file });
  }

  /** @param {string} id @param {string} attachment @param {Options} [options] @returns {Promise<Uint8Array>} */
  attachment(id, attachment, options) {
    return this.wire.send("GET", this.at(id, `/attachments/${encodeURIComponent(attachment)}`), options);
  }

  /** Takes a file from a draft. @param {string} id @param {string} attachment @param {Options} [options] */
  removeAttachment(id, attachment, options) {
    return this.wire.send("DELETE", this.at(id, `/attachments/${encodeURIComponent(attachment)}`), options);
  }
}

/** Recurring invoices; what one made stays when it ends. */
class Schedules extends Changed {
  /** @param {string} id @param {Options} [options] */
  pause(id, options) {
    return this.wire.send("POST", this.at(id, "/pause"), options);
  }

  /** Goes on with the next day still to come. @param {string} id @param {Options} [options] */
  resume(id, options) {
    return this.wire.send("POST", this.at(id, "/resume"), options);
  }
}

/** Pro-formas and quotes; create makes one of a draft, which is gone then. */
class Estimates extends Listed {
  /** What became of it: send says that it was sent (nothing is mailed), accept and decline what the customer said. @param {string} id @param {"send" | "accept" | "decline"} what @param {Options} [options] */
  mark(id, what, options) {
    return this.wire.send("POST", this.at(id, `/${what}`), options);
  }

  /** Makes the draft of its invoice, once however often it is asked. @param {string} id @param {Options} [options] */
  convert(id, options) {
    return this.wire.send("POST", this.at(id, "/convert"), options);
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

class FiscalMessages {
  /** @param {Wire} wire */
  constructor(wire) {
    this.wire = wire;
  }

  /** @param {Where} [where] @param {Options} [options] */
  list(where, options) {
    return this.wire.rows("fiscal/messages", where, options);
  }

  /** @param {string} id @param {Options} [options] */
  get(id, options) {
    return this.wire.send("GET", `fiscal/messages/${encodeURIComponent(id)}`, options);
  }

  /** @param {string} id @param {"zip" | "xml" | "pdf"} [format] @param {Options} [options] @returns {Promise<Uint8Array>} */
  file(id, format = "zip", options) {
    return this.wire.send("GET", `fiscal/messages/${encodeURIComponent(id)}/files/${format}`, options);
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

class Fiscal {
  /** @param {Wire} wire */
  constructor(wire) {
    this.wire = wire;
  }

  /** What ANAF would say of the XML of an e-invoice, whoever wrote it. Broken rules are the answer, not an error. @param {Uint8Array | string} xml @param {Options} [options] */
  validate(xml, options) {
    return this.wire.send("POST", "fiscal/validate", { ...options, xml });
  }
}

/** By which rules sales become invoices; one set a company. */
class MappingRules {
  /** @param {Wire} wire */
  constructor(wire) {
    this.wire = wire;
  }

  /** @param {Options} [options] */
  get(options) {
    return this.wire.send("GET", "mapping-rules", options);
  }

  /** Writes them anew, all of them. @param {object} rules @param {string} ifMatch @param {Options} [options] */
  replace(rules, ifMatch, options) {
    return this.wire.send("PUT", "mapping-rules", { ...options, body: rules, ifMatch });
  }

  /** @param {object} fields @param {string} ifMatch @param {Options} [options] */
  change(fields, ifMatch, options) {
    return this.wire.send("PATCH", "mapping-rules", { ...options, body: fields, ifMatch });
  }

  /** What an invoice (in_…) or payment (ch_…, py_…) of Stripe would become; nothing is recorded. @param {string} sourceId @param {Options} [options] */
  test(sourceId, options) {
    return this.wire.send("POST", "mapping-rules/test", { ...options, body: { source_id: sourceId } });
  }
}

class NotificationWebhook {
  /** @param {Wire} wire */
  constructor(wire) {
    this.wire = wire;
  }

  /** @param {Options} [options] */
  get(options) {
    return this.wire.send("GET", "notifications/webhook", options);
  }

  /** The secret is in the answer when it was made: the first time, and with new_secret. @param {{ url: string, events?: string[], new_secret?: boolean }} webhook @param {Options} [options] */
  save(webhook, options) {
    return this.wire.send("PUT", "notifications/webhook", { ...options, body: webhook });
  }

  /** Tells nothing any more and forgets address and secret. @param {Options} [options] */
  delete(options) {
    return this.wire.send("DELETE", "notifications/webhook", options);
  }

  /** Sends one message made for it and says at once what came of it. @param {Options} [options] */
  test(options) {
    return this.wire.send("POST", "notifications/webhook/test", options);
  }
}

export class InvoiceSync {
  /**
   * @param {string | URL} portal Its address, like https://billing.example.com.
   * @param {string} key An API key (isk_…) or a token of one (ist_…).
   * @param {{ fetch?: typeof fetch, sleep?: (seconds: number, signal?: AbortSignal) => Promise<void> }} [parts]
   */
  constructor(portal, key, { fetch: send = (...call) => globalThis.fetch(...call), sleep = rest } = {}) {
    const wire = new Wire(portal, key, send, sleep);
    this.customers = new Customers(wire, "customers");
    this.products = new Shelf(wire, "products");
    this.invoices = new Invoices(wire, "invoices");
    this.schedules = new Schedules(wire, "schedules");
    this.estimates = new Estimates(wire, "estimates");
    this.payments = new Payments(wire);
    this.fiscalMessages = new FiscalMessages(wire);
    this.reports = new Reports(wire);
    this.events = new Events(wire);
    this.fiscal = new Fiscal(wire);
    this.mappingRules = new MappingRules(wire);
    this.notificationWebhook = new NotificationWebhook(wire);
  }
}
