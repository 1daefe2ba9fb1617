/**
 * The REST API of InvoiceSync, version 1, for JavaScript: two files without dependencies, for Node 20 or later and for browsers.
 * Keep the key out of pages that others open: whoever reads it may do all it may.
 *
 *     const client = new InvoiceSync("https://billing.example.com", process.env.KEY);
 *     for await (const invoice of client.invoices.list({ status: "issued" })) console.log(invoice.number);
 *
 * Every POST carries an Idempotency-Key; a call that met a limit or a portal that is away waits as it is told and is sent again.
 */

import { Changed, Listed, Part, Read, Resource, Shelf, Wire, address, rest } from "./wire.mjs";

export { InvoiceSyncError } from "./wire.mjs";

/** @typedef {import("./wire.mjs").Where} Where */
/** @typedef {import("./wire.mjs").Options} Options */

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

class Payments extends Read {
  /** @param {object} payment @param {Options} [options] */
  record(payment, options) {
    return this.wire.send("POST", "payments", { ...options, body: payment });
  }

  /** Without an amount all that is left goes back. @param {string} id @param {{ reason: string, amount?: number, refunded_on?: string }} refund @param {Options} [options] */
  refund(id, refund, options) {
    return this.wire.send("POST", this.at(id, "/refund"), { ...options, body: refund });
  }

  /** Reverses a payment recorded by mistake; it stays to be read. @param {string} id @param {Options} [options] */
  delete(id, options) {
    return this.wire.send("DELETE", this.at(id), options);
  }
}

class FiscalMessages extends Read {
  /** @param {string} id @param {"zip" | "xml" | "pdf"} [format] @param {Options} [options] @returns {Promise<Uint8Array>} */
  file(id, format = "zip", options) {
    return this.wire.send("GET", this.at(id, `/files/${format}`), options);
  }
}

class Reports extends Part {
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

class Events extends Part {
  /** All there are after one you know, or from the oldest. Keep the id of the last you worked on. @param {string} [id] @param {{ type?: string } & Options} [options] */
  after(id, options) {
    return this.wire.rows("events", { ...(id && { after: id }), ...(options?.type && { type: options.type }) }, options);
  }
}

class Fiscal extends Part {
  /** What ANAF would say of the XML of an e-invoice, whoever wrote it. Broken rules are the answer, not an error. @param {Uint8Array | string} xml @param {Options} [options] */
  validate(xml, options) {
    return this.wire.send("POST", "fiscal/validate", { ...options, xml });
  }
}

/** How invoices stand where they are filed, and what is done about them in SmartBill. After a lost answer `books.unsure` says what to look for there. */
class Filings extends Part {
  /** @param {string} invoice @param {Options} [options] */
  get(invoice, options) {
    return this.wire.send("GET", this.at(invoice, "/filing"), options);
  }

  /** draft writes what has no number yet as a draft; read asks for total and payments there. @param {string} invoice @param {"draft" | "read"} what @param {Options} [options] */
  ask(invoice, what, options) {
    return this.wire.send("POST", this.at(invoice, `/filing/${what}`), options);
  }

  /** @param {string} invoice @param {"cancel" | "restore" | "delete"} what Only the last of its series can be deleted. @param {string} reason @param {Options} [options] */
  change(invoice, what, reason, options) {
    return this.wire.send("POST", this.at(invoice, `/filing/${what}`), { ...options, body: { reason } });
  }

  /** Settles a doubt about its making. @param {string} invoice @param {string | null} number As printed, without the series; null: it was not made, and is sent again. @param {Options} [options] */
  settle(invoice, number, options) {
    return this.wire.send("POST", this.at(invoice, "/filing/settle"), { ...options, body: { legal_number: number } });
  }

  /** @param {string} invoice @param {boolean} done @param {Options} [options] */
  settleChange(invoice, done, options) {
    return this.wire.send("POST", this.at(invoice, "/filing/settle-change"), { ...options, body: { done } });
  }

  /** @param {string} invoice @param {number} number Of the payment in `books.payments`. @param {boolean} done @param {Options} [options] */
  settlePayment(invoice, number, done, options) {
    return this.wire.send("POST", this.at(invoice, `/filing/payments/${number}/settle`), { ...options, body: { done } });
  }

  /** @param {string} invoice @param {number} number @param {Options} [options] */
  tellPaymentAgain(invoice, number, options) {
    return this.wire.send("POST", this.at(invoice, `/filing/payments/${number}/tell-again`), options);
  }
}

/** By which rules sales become invoices; one set a company. */
class MappingRules extends Part {
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

class NotificationWebhook extends Part {
  /** @param {Options} [options] */
  get(options) {
    return this.wire.send("GET", this.name, options);
  }

  /** The secret is in the answer when it was made: the first time, and with new_secret. @param {{ url: string, events?: string[], new_secret?: boolean }} webhook @param {Options} [options] */
  save(webhook, options) {
    return this.wire.send("PUT", this.name, { ...options, body: webhook });
  }

  /** Tells nothing any more and forgets address and secret. @param {Options} [options] */
  delete(options) {
    return this.wire.send("DELETE", this.name, options);
  }

  /** Sends one message made for it and says at once what came of it. @param {Options} [options] */
  test(options) {
    return this.wire.send("POST", `${this.name}/test`, options);
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
    this.payments = new Payments(wire, "payments");
    this.fiscalMessages = new FiscalMessages(wire, "fiscal/messages");
    this.reports = new Reports(wire, "reports");
    this.events = new Events(wire, "events");
    this.fiscal = new Fiscal(wire, "fiscal");
    this.filings = new Filings(wire, "invoices");
    this.mappingRules = new MappingRules(wire, "mapping-rules");
    this.notificationWebhook = new NotificationWebhook(wire, "notifications/webhook");
  }
}
